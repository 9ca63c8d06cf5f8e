package io.github.camelsmp.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** What a command prints, and how. Results go to standard output, everything else to standard error. */
final class OutputOptions {

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--json", description = "Prints the result as JSON, one line for each.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            description = "Prints results and errors only, and no progress.")
    private boolean quiet;

    /** Whether results are wanted as JSON. */
    boolean json() {
        return json;
    }

    /** Prints a result. */
    void print(Reply reply) {
        if (json) {
            reply.values().forEach(value -> out().println(Json.write(value)));
        } else if (!reply.text().isEmpty()) {
            out().println(reply.text());
        }
        out().flush();
    }

    /** Says something that is no result; programs and those who want quiet do not hear it. */
    void say(String text) {
        if (!quiet) {
            err().println(text);
            err().flush();
        }
    }

    /** Shows how far something is. */
    Progress progress() {
        return quiet ? Progress.NONE : new ProgressBar(command.name(), err(), Terminal.current(), System::nanoTime);
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    private PrintWriter err() {
        return command.commandLine().getErr();
    }
}
