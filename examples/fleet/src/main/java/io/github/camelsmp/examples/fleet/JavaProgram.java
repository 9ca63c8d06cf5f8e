package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program on the class path of this one, in a process of its own.
 *
 * @param main its class
 * @param options of the Java runtime
 * @param arguments of the program
 * @param environment besides that of this program
 */
record JavaProgram(String main, List<String> options, List<String> arguments, Map<String, String> environment) {

    /** @param log gets what it says, at its end */
    Process start(Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        return builder.redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log.toFile()))
                .start();
    }
}
