/**
 * The way to a radio through SimpleBLE, for systems without BlueZ.
 *
 * <p>SimpleBLE is not open source: it has the Business Source License 1.1. Non-commercial and test use is free, production or
 * commercial use wants a licence from The California Open Source Company; four years after its release a version becomes
 * GPL-3.0. Nothing of it is in this module: whoever wants it adds {@code org.simpleble:simplejavable}, and thereby changes
 * what may be done with the application.
 */
package io.github.camelsmp.ble.simpleble;
