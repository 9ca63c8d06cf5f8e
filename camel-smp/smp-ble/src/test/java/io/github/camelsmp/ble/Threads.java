package io.github.camelsmp.ble;

/** The threads of this JVM. */
final class Threads {

    private Threads() {}

    /** How many run whose names begin so. */
    static long running(String prefix) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(prefix))
                .count();
    }
}
