package io.github.camelsmp.simulator.line;

/** Finds messages in the bytes of a serial line. */
interface StreamReceiver {

    /** Takes what arrived, cut anywhere. */
    void feed(byte[] bytes);
}
