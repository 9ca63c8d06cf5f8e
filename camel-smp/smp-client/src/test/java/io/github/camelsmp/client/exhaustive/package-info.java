/** Upgrades of simulated devices in every mode, from every state, with every kind of file, disturbed at every step. */
package io.github.camelsmp.client.exhaustive;
