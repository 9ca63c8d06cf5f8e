/** Firmware files of every kind, brought to simulated devices by routes in YAML. */
package io.github.camelsmp.component.firmware;
