/** Time and threads of simulated devices: the real ones, shared by many devices, and time a test turns by hand. */
package io.github.camelsmp.simulator.threads;
