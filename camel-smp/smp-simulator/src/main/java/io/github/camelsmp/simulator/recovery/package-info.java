/** The serial recovery of MCUboot (protocol.md 16). */
package io.github.camelsmp.simulator.recovery;
