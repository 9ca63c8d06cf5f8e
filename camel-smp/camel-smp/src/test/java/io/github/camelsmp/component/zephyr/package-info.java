/**
 * Routes against real Zephyr and MCUboot programs. They run where {@code -Dsmp.zephyr.servers} names a folder with a
 * {@code manifest.json}, and are reported as skipped where it does not.
 */
package io.github.camelsmp.component.zephyr;
