package io.github.camelsmp.ble;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes whole messages to a link, one after the other, and clears what a server may be left with when one breaks off. */
final class MessageWriter {
    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    /** An echo takes some connection intervals; a server that said nothing by then says nothing. */
    private static final Duration TRIAL = Duration.ofSeconds(1);

    private final BleLink link;
    private final Incoming incoming;

    MessageWriter(BleLink link, Incoming incoming) {
        this.link = link;
        this.incoming = incoming;
    }

    /** @throws IOException if the link does not take it, or is lost */
    void write(byte[] message) throws IOException, InterruptedException {
        if (message.length > link.largestWrite() && incoming.isRepeated(message)) {
            forgetParts();
        }
        int sent = 0;
        try {
            while (sent < message.length) {
                int end = Math.min(sent + link.largestWrite(), message.length);
                link.write(Arrays.copyOfRange(message, sent, end));
                sent = end;
            }
        } catch (IOException e) {
            if (sent == 0) {
                throw e;
            }
            LOG.debug("A message broke off after {} of {} bytes: {}", sent, message.length, e.getMessage());
            forgetParts();
        }
    }

    /** Whether the server puts a message together that is larger than one write. */
    boolean tryOut(ReassemblyTrial trial) throws IOException, InterruptedException {
        incoming.expect(trial);
        try {
            write(trial.message());
            Optional<Boolean> outcome = trial.await(TRIAL);
            if (outcome.isEmpty()) {
                forgetParts();
            }
            return outcome.orElse(false);
        } finally {
            incoming.expectNoTrial();
        }
    }

    /** Lets both sides forget what they have of a message that will not become whole. */
    private void forgetParts() throws IOException, InterruptedException {
        link.resubscribe();
        incoming.forgetParts();
    }
}
