/** Framing of messages on serial lines (protocol.md 7 and 8), and how large a message they take (protocol.md 12). */
package io.github.camelsmp.protocol.serial;
