package io.github.camelsmp.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A program of this module in a JVM of its own, so that what it costs is not counted here. It ends with its input. */
public final class ServerProcess implements AutoCloseable {

    private static final String HEAP = "-Xmx4g";

    private final Process process;
    private final BufferedReader output;

    private ServerProcess(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts the program with these arguments. */
    public static ServerProcess start(Class<?> program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                HEAP,
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ServerProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The next line it prints. */
    public String readLine() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException(
                    "the server ended with " + process.onExit().join().exitValue());
        }
        return line;
    }

    /** Sends it a line. */
    public void writeLine(String line) throws IOException {
        process.outputWriter().append(line).append('\n').flush();
    }

    @Override
    public void close() throws IOException {
        process.outputWriter().close();
        process.onExit().join();
    }
}
