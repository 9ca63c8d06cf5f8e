/** The management groups of a Zephyr application, one file a group (protocol.md 6). */
package io.github.camelsmp.simulator.group;
