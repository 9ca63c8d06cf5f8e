/**
 * A small model of what a connection may do, and the real one held against it: in time that is turned by hand, with what
 * users, lines and devices do next drawn by lot.
 */
package io.github.camelsmp.client.model;
