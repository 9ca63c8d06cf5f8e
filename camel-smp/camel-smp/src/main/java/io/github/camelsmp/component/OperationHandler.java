package io.github.camelsmp.component;

import java.util.concurrent.CompletableFuture;

/** Turns an exchange into requests, and what the device answers into the exchange again. */
@FunctionalInterface
interface OperationHandler {

    /**
     * Starts the operation without waiting for the device.
     *
     * @throws Exception if the exchange does not hold what the operation needs; nothing was sent then
     */
    CompletableFuture<Answer> start(OperationCall call) throws Exception;
}
