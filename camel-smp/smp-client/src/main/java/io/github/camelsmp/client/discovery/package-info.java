/**
 * Finds devices: what is plugged in, what answers, what went away.
 *
 * <p>A {@link io.github.camelsmp.client.discovery.DeviceScanner} looks round once, a
 * {@link io.github.camelsmp.client.discovery.DeviceWatch} compares what it found with what was there before. Scanners of
 * other transports join through {@link io.github.camelsmp.client.discovery.DeviceScannerProvider}.
 */
package io.github.camelsmp.client.discovery;
