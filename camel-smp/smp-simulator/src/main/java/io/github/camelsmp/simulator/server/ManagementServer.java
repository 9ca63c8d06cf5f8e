package io.github.camelsmp.simulator.server;

import java.util.List;

/** The software that understands requests: an application of Zephyr, or the recovery of MCUboot. */
public interface ManagementServer {

    /**
     * Executes what a buffer holds.
     *
     * @param packet one message as a line delivered it; what is in it is not checked yet
     * @return the answers in their order; none where the server stays silent
     */
    List<Reply> answer(byte[] packet);

    /** The answer to a request for whose answer no buffer is free; none where the server stays silent. */
    List<Reply> answerWithoutBuffer(byte[] packet);

    /** Whether answers need a buffer of the same pool as the requests. */
    boolean answersFromPool();
}
