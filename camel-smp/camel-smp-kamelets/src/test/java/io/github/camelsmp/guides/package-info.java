/** The guides, tried: their programs, their routes, their links. */
package io.github.camelsmp.guides;
