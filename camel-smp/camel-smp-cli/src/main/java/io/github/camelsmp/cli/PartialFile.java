package io.github.camelsmp.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file on its way. What is there under its name is replaced when all of it has arrived, and not before. */
final class PartialFile {

    private final Path destination;
    private final Path part;
    private final OutputStream sink;

    private PartialFile(Path destination, Path part) throws IOException {
        this.destination = destination;
        this.part = part;
        this.sink = new BufferedOutputStream(Files.newOutputStream(part));
    }

    static PartialFile of(Path destination) throws IOException {
        Path absolute = destination.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileSystemException(destination.toString(), null, "there is no folder " + folder);
        }
        return new PartialFile(absolute, absolute.resolveSibling(absolute.getFileName() + ".part"));
    }

    /** Replaces a file by these bytes. */
    static void write(Path destination, byte[] content) throws IOException {
        PartialFile file = of(destination);
        boolean whole = false;
        try {
            file.sink().write(content);
            whole = true;
        } finally {
            file.end(whole);
        }
    }

    OutputStream sink() {
        return sink;
    }

    /** @param whole whether all of it arrived; otherwise nothing of it is left */
    void end(boolean whole) {
        try {
            sink.close();
            if (whole) {
                Files.move(part, destination, StandardCopyOption.REPLACE_EXISTING);
            } else {
                Files.delete(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
