package io.github.camelsmp.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a file of this computer holds, or what comes from standard input. */
final class InputFile {

    private static final String STANDARD_INPUT = "-";

    private InputFile() {}

    /**
     * Reads all of it.
     *
     * @param file its path, or - for standard input
     */
    static byte[] read(String file) throws IOException {
        if (STANDARD_INPUT.equals(file)) {
            return System.in.readAllBytes();
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new FileSystemException(file, null, "is a folder");
        }
        return Files.readAllBytes(path);
    }
}
