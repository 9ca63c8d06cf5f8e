/** What MCUboot does between a reset and the first instruction of the application (protocol.md 17 and 18). */
package io.github.camelsmp.simulator.boot;
