package io.github.camelsmp.examples.hawkbit;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** Files from hawkBit, each kept under its own hash. A download that broke off goes on where it stopped. */
public final class Artifacts {

    private static final Map<String, String> ALGORITHMS = Map.of("sha256", "SHA-256", "sha1", "SHA-1", "md5", "MD5");
    private static final int PARTIAL_CONTENT = 206;

    private final Path folder;

    /** @param home the folder of the gateway */
    public Artifacts(String home) throws IOException {
        this.folder = Files.createDirectories(Path.of(home, "artifacts"));
    }

    private Path whole(Artifact artifact) {
        return folder.resolve(artifact.key());
    }

    private Path part(Artifact artifact) {
        return folder.resolve(artifact.key() + ".part");
    }

    /** Whether nothing is left to fetch. */
    public boolean here(Artifact artifact) throws IOException {
        return Files.exists(whole(artifact)) || have(artifact) == artifact.size();
    }

    /** What is asked for, as HTTP writes a range. */
    public String range(Artifact artifact) throws IOException {
        return "bytes=" + have(artifact) + "-";
    }

    private long have(Artifact artifact) throws IOException {
        return Files.exists(part(artifact)) ? Files.size(part(artifact)) : 0;
    }

    /**
     * Takes an answer.
     *
     * @param status of HTTP; a server that gives no parts begins from the beginning
     * @throws IOException if it broke off, or is longer than hawkBit says
     */
    public void take(Artifact artifact, int status, InputStream answer) throws IOException {
        StandardOpenOption how =
                status == PARTIAL_CONTENT ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
        long had = status == PARTIAL_CONTENT ? have(artifact) : 0;
        try (InputStream in = answer;
                OutputStream out = Files.newOutputStream(
                        part(artifact), StandardOpenOption.CREATE, StandardOpenOption.WRITE, how)) {
            copy(in, out, artifact.size() - had);
        }
        long have = have(artifact);
        if (have < artifact.size()) {
            throw new IOException("the download broke off at byte " + have + " of " + artifact.size());
        }
    }

    /** A server that does not end must not fill the disk: one byte too many is enough to be told. */
    private static void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[8192];
        long left = most + 1;
        for (int read = 0; left > 0 && read >= 0; left -= Math.max(read, 0)) {
            read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            out.write(buffer, 0, Math.max(read, 0));
        }
    }

    /**
     * The file, if it is the one that was ordered.
     *
     * @throws ArtifactException if its size or one of its hashes is another; the file is thrown away
     */
    public Path checked(Artifact artifact) throws IOException {
        Path file = Files.exists(whole(artifact)) ? whole(artifact) : part(artifact);
        try {
            requireSame("size", String.valueOf(artifact.size()), String.valueOf(Files.size(file)), artifact);
            for (Map.Entry<String, String> hash : artifact.hashes().entrySet()) {
                requireSame(hash.getKey(), hash.getValue(), Digests.hex(ALGORITHMS.get(hash.getKey()), file), artifact);
            }
        } catch (ArtifactException e) {
            Files.delete(file);
            throw e;
        }
        return Files.move(file, whole(artifact), StandardCopyOption.ATOMIC_MOVE);
    }

    private static void requireSame(String what, String ordered, String got, Artifact artifact) {
        if (!ordered.equals(got)) {
            throw new ArtifactException("the file " + Text.clean(artifact.name())
                    + " is not the one that was ordered: its " + what + " is " + got + ", hawkBit says " + ordered);
        }
    }
}
