/**
 * What a line to a device has to offer, so that whatever speaks SMP need not know which line it is.
 *
 * <p>The interfaces are here, below the client, because the simulator brings a line of its own and must not see the
 * client.
 */
package io.github.camelsmp.protocol.transport;
