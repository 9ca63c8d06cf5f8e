package io.github.camelsmp.client.transport;

/** What the error numbers of systems mean when a port cannot be opened, and what to do. */
final class PortRefusal {
    private static final int NO_SUCH_FILE = 2;
    private static final int WINDOWS_ACCESS_DENIED = 5;
    private static final int TRY_AGAIN = 11;
    private static final int PERMISSION_DENIED = 13;
    private static final int BUSY = 16;
    private static final int DIRECTORY = 21;
    private static final int NOT_A_TERMINAL = 25;
    private static final int MACOS_TRY_AGAIN = 35;

    private PortRefusal() {}

    static String explain(int error, boolean windows) {
        return windows ? onWindows(error) : elsewhere(error);
    }

    private static String onWindows(int error) {
        return switch (error) {
            case NO_SUCH_FILE -> "there is no such port, plug the device in";
            case WINDOWS_ACCESS_DENIED -> "another program has it open, close that";
            default -> "Windows reports error " + error;
        };
    }

    private static String elsewhere(int error) {
        return switch (error) {
            case NO_SUCH_FILE -> "it is open already in this program, perhaps under another name";
            case TRY_AGAIN, MACOS_TRY_AGAIN, BUSY -> "another program has it open, close that";
            case PERMISSION_DENIED ->
                "permission denied; add the user to the group that owns it, often dialout or uucp,"
                        + " and log in again";
            case NOT_A_TERMINAL, DIRECTORY -> "this is no serial port";
            default -> "the system reports error " + error;
        };
    }
}
