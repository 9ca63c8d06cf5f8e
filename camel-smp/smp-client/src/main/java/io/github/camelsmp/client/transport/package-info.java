/** The lines this module brings: UDP and TCP on Netty, serial ports on jSerialComm. Each is found by its scheme. */
package io.github.camelsmp.client.transport;
