/** What the repository writes about endpoints, held against what the catalogue of Camel knows of them. */
package io.github.camelsmp.catalog;
