package io.github.camelsmp.cli;

/** The program {@code smp}. */
public final class Main {

    private Main() {}

    /** Executes one command and ends the process with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        System.exit(SmpCommand.commandLine().execute(arguments));
    }
}
