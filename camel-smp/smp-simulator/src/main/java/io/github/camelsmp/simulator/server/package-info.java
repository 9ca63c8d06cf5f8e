/**
 * The server side of SMP: what arrives in a buffer is decoded, handed to the command it names, and answered.
 *
 * <p>Independent of the client's encoders and decoders on purpose, so that an error of one is not mirrored by the
 * other. Commands of your own are a {@link io.github.camelsmp.simulator.server.CommandGroup}.
 */
package io.github.camelsmp.simulator.server;
