/**
 * The commands of every management group as records: a class for each group, in it a request and a response for each
 * command (protocol.md 6).
 *
 * <p>A response holds the whole answer as {@code raw}, so that keys a device adds on its own are never lost.
 */
package io.github.camelsmp.protocol.group;
