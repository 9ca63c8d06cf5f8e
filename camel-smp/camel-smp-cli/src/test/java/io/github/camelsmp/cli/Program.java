package io.github.camelsmp.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program {@code smp} as a process of its own.
 *
 * @param command what starts it
 */
record Program(List<String> command) {

    /** As Java starts it with these arguments. */
    static Program java(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    /** From the classes of this build. */
    static Process smp(String... arguments) throws IOException {
        return builder(arguments).start();
    }

    /** As above, before it starts. */
    static ProcessBuilder builder(String... arguments) {
        return java("-cp", System.getProperty("java.class.path"), Main.class.getName())
                .with(arguments);
    }

    Process start(String... arguments) throws IOException {
        return with(arguments).start();
    }

    private ProcessBuilder with(String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        return new ProcessBuilder(all);
    }

    /** Ends the input, and reads the whole output. */
    static String output(Process program, String input) throws IOException {
        program.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        program.getOutputStream().close();
        return new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
