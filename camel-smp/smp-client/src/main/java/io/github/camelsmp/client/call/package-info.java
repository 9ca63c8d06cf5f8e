/** The commands of each management group as plain method calls. */
package io.github.camelsmp.client.call;
