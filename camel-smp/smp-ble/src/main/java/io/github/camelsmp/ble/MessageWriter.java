package io.github.camelsmp.ble;

import java.io.IOException;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes whole messages to a link, one after the other, and clears what a server may be left with when one breaks off. */
final class MessageWriter {
    private static final Logger LOG = LoggerFactory.getLogger(MessageWriter.class);

    private final BleLink link;
    private final Reassembler reassembler;
    private final Unanswered unanswered;

    /**
     * @param reassembler has what arrived of an answer; whoever uses it holds its lock
     * @param unanswered is told elsewhere of what is heard
     */
    MessageWriter(BleLink link, Reassembler reassembler, Unanswered unanswered) {
        this.link = link;
        this.reassembler = reassembler;
        this.unanswered = unanswered;
    }

    /** @throws IOException if the link does not take it, or is lost */
    void write(byte[] message) throws IOException, InterruptedException {
        if (message.length > link.largestWrite() && unanswered.sent(message)) {
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

    /** Lets both sides forget what they have of a message that will not become whole. */
    void forgetParts() throws IOException, InterruptedException {
        link.resubscribe();
        synchronized (reassembler) {
            reassembler.reset();
        }
        unanswered.heard();
    }
}
