package io.github.camelsmp.simulator.server;

/** One command of a device. Called with one request at a time, while the device does nothing else. */
@FunctionalInterface
public interface CommandHandler {

    /**
     * Does what was asked.
     *
     * @throws Refusal if it cannot or may not
     */
    Answer handle(Request request);
}
