/** What takes more than one request: uploads, transfers, upgrades. */
package io.github.camelsmp.client.routine;
