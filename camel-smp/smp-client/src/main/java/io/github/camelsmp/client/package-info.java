/** Talks SMP to devices: {@link io.github.camelsmp.client.SmpClient} is the front door. */
package io.github.camelsmp.client;
