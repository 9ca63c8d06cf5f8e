package io.github.camelsmp.simulator.server;

/** The way back to whoever asked. */
@FunctionalInterface
public interface ReplyPath {

    /**
     * Sends an answer.
     *
     * @param transmitted to be called once the answer has left the device and its buffer is free again
     */
    void send(byte[] message, Runnable transmitted);
}
