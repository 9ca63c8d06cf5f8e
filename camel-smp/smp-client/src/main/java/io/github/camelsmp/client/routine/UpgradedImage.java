package io.github.camelsmp.client.routine;

/**
 * What became of one image.
 *
 * @param image its number
 * @param from the version that ran before; empty if none did or the device did not say
 * @param to the version of the file; empty for a container nobody looked into
 * @param hash the hash of the image, by which the device knows it; none for a container nobody looked into
 * @param bytes bytes of the file
 */
public record UpgradedImage(int image, String from, String to, byte[] hash, long bytes) {}
