package io.github.camelsmp.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * A command that does something. It tells of its failures by itself, because under {@code camel} picocli leaves that to
 * Camel, which would show a stack trace.
 */
abstract class SmpAction implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    /** Does it. */
    abstract ExitCode execute() throws Exception;

    final CommandLine commandLine() {
        return spec.commandLine();
    }

    @Override
    public final Integer call() {
        try {
            return execute().number();
        } catch (Exception e) {
            return FailureText.tell(e, commandLine()).number();
        }
    }
}
