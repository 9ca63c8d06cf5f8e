package io.github.camelsmp.client.routine;

/**
 * What became of one image.
 *
 * @param image its number
 * @param from the version that ran before; empty if none did or the device did not say
 * @param to the version of the file; empty for a container nobody looked into
 * @param hash the hash of the image, by which the device knows it; none for a container nobody looked into
 * @param bytes bytes of the file
 * @param sent bytes of it that were sent in this run: 0 for one that was there already, fewer than {@code bytes} where an
 *     interrupted upload was continued, more where chunks were lost
 */
public record UpgradedImage(int image, String from, String to, byte[] hash, long bytes, long sent) {}
