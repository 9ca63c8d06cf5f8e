/** The lines to a simulated device, one file a kind, and what may go wrong on them. */
package io.github.camelsmp.simulator.line;
