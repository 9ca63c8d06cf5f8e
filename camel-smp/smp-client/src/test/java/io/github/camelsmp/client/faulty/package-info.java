/** Upgrades on links where everything goes wrong by chance, repeatable by their seeds. */
package io.github.camelsmp.client.faulty;
