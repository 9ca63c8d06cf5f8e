/**
 * Firmware files: MCUboot images, Intel HEX, Nordic's DFU packages, and who signed them (protocol.md 17 and 19).
 *
 * <p>Files are read as whole arrays of bytes; whatever a file claims of itself, the memory it takes is bounded, and what
 * is wrong with it comes out as a {@link io.github.camelsmp.protocol.SmpImageException} that names the place.
 */
package io.github.camelsmp.protocol.image;
