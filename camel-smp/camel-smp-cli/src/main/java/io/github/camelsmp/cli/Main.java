package io.github.camelsmp.cli;

/** The program {@code smp}. */
public final class Main {

    /** From this Java on, the way in which Netty takes memory is warned of at each start. It has another way. */
    private static final int JAVA_THAT_WARNS = 24;

    private static final String OTHER_WAY = "io.netty.noUnsafe";

    private Main() {}

    /** Executes one command and ends the process with its {@link ExitCode}. */
    public static void main(String[] arguments) {
        if (Runtime.version().feature() >= JAVA_THAT_WARNS && System.getProperty(OTHER_WAY) == null) {
            System.setProperty(OTHER_WAY, "true");
        }
        System.exit(SmpCommand.commandLine().execute(arguments));
    }
}
