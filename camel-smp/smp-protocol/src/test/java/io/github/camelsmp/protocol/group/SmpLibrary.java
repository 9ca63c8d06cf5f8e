package io.github.camelsmp.protocol.group;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The {@code smp} library of PyPI, in a Python of its own that answers questions about messages. */
final class SmpLibrary implements AutoCloseable {

    /**
     * A message that the library made.
     *
     * @param kind its class
     * @param fields what it was made of, as JSON; bytes as {@code hex:}
     */
    record Made(String kind, String fields, byte[] message) {}

    private static final HexFormat HEX = HexFormat.of();

    private final Process process;
    private final Writer questions;
    private final BufferedReader answers;
    private final String version;

    SmpLibrary(String python) {
        try {
            process = new ProcessBuilder(
                            python, Path.of("src/test/python/peer.py").toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        questions = process.outputWriter(StandardCharsets.US_ASCII);
        answers = process.inputReader(StandardCharsets.US_ASCII);
        version = next();
    }

    /** Its name and version. */
    String version() {
        return version;
    }

    /** The class that takes a message and the message made anew from its fields, or what is wrong with it. */
    String read(byte[] message) {
        ask("read " + HEX.formatHex(message));
        return next();
    }

    /** Messages of every class, drawn from a seed. */
    List<Made> make(long seed, int ofEach) {
        ask("theirs " + seed + " " + ofEach);
        List<Made> made = new ArrayList<>();
        for (String line = next(); !line.equals("end"); line = next()) {
            String[] parts = line.split("\t");
            made.add(new Made(parts[0], parts[1], HEX.parseHex(parts[2])));
        }
        return made;
    }

    byte[] frame(byte[] message, int lineLength) {
        ask("frame " + lineLength + " " + HEX.formatHex(message));
        return HEX.parseHex(next());
    }

    byte[] unframe(byte[] lines) {
        ask("unframe " + HEX.formatHex(lines));
        return HEX.parseHex(next());
    }

    private void ask(String question) {
        try {
            questions.write(question + "\n");
            questions.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String next() {
        try {
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("the smp library has ended, see its complaints above");
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }
}
