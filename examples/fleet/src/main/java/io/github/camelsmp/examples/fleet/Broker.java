package io.github.camelsmp.examples.fleet;

/** Where the jobs are. */
interface Broker extends AutoCloseable {

    /** What gateways connect to. */
    String address();

    /** Goes up, unless it is somebody else's to start. */
    void start() throws Exception;

    /** Goes down and comes up again, with all it was given, unless it is somebody else's. */
    void restart() throws Exception;

    @Override
    void close() throws Exception;

    /** A broker that runs elsewhere. */
    record External(String address) implements Broker {

        @Override
        public void start() {
            // whoever runs it has started it
        }

        @Override
        public void restart() {
            // nor is it ours to stop
        }

        @Override
        public void close() {
            // it goes on
        }
    }
}
