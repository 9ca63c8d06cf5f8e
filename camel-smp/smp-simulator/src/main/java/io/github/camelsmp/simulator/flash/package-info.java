/** Flash memory: pages that must be erased before they are written, time both take, and power that may fail in between. */
package io.github.camelsmp.simulator.flash;
