/**
 * The message layer of the Simple Management Protocol: bytes to records and back.
 *
 * <p>Nothing here starts a thread, opens a line or knows what time it is.
 */
package io.github.camelsmp.protocol;
