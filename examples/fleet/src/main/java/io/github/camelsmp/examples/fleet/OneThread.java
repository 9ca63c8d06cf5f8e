package io.github.camelsmp.examples.fleet;

import org.apache.camel.Exchange;
import org.apache.camel.Processor;

/**
 * Keeps what follows on the thread that took the job. The transaction belongs to that thread: what another sends is sent
 * beside it, at once. Camel keeps an exchange on its thread that says it is part of a transaction.
 */
public final class OneThread implements Processor {

    @Override
    public void process(Exchange job) {
        job.getExchangeExtension().setTransacted(true);
    }
}
