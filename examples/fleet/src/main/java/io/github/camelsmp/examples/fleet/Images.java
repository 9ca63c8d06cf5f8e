package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/** Fetches what a job refers to, and looks whether it is that. */
public final class Images {

    /**
     * The image of a job.
     *
     * @param job {@code image}, the path of a file, {@code sha256} of that file in hexadecimal, {@code deadline} as ISO time
     * @throws IllegalStateException if the deadline has passed or the file is another
     */
    public byte[] fetch(Map<String, String> job) throws IOException {
        Instant deadline = Instant.parse(job.get("deadline"));
        if (Instant.now().isAfter(deadline)) {
            throw new IllegalStateException("the deadline of the job was " + deadline);
        }
        byte[] image = Files.readAllBytes(Path.of(job.get("image")));
        if (!sha256(image).equals(job.get("sha256"))) {
            throw new IllegalStateException(
                    job.get("image") + " is not the file that was ordered: its SHA-256 is " + sha256(image));
        }
        return image;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
