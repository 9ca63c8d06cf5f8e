package io.github.camelsmp.client;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the request that a message answers, whichever of its transmissions that was, and decides what becomes of it. A
 * message that answers nothing disturbs nobody (protocol.md 13.1).
 */
final class Answers {
    /** Hears what the messages of a device mean. */
    interface Meaning {
        /** This is an answer to something this connection asked, now or earlier. */
        void answered();

        /** The largest message is another now. */
        void resized();

        /** This answers nothing. */
        void unasked(SmpMessage message);

        /** The request has its answer. */
        void over(Outstanding<?> request);

        /** The request is to be sent again at once. */
        void again(Outstanding<?> request);

        /** The request is to be sent again after a pause. */
        void later(Outstanding<?> request);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    /** Server codes that are worth another attempt (protocol.md 13.4). */
    private static final int NO_MEMORY = 2;

    private static final int CORRUPT = 9;
    private static final int BUSY = 10;

    private final String address;
    private final Loop loop;
    private final Tally tally;
    private final InFlight inFlight;
    private final SizeWatch sizes;
    private final Meaning meaning;

    Answers(String address, Loop loop, Tally tally, InFlight inFlight, MessageSize size, Meaning meaning) {
        this.address = address;
        this.loop = loop;
        this.tally = tally;
        this.inFlight = inFlight;
        this.sizes = new SizeWatch(inFlight, size);
        this.meaning = meaning;
    }

    void discarded(String reason) {
        tally.discardedFrame();
        LOG.debug("{}: discarded {}", address, reason);
    }

    void received(byte[] message) {
        tally.received(message.length);
        try {
            SmpHeader header = SmpHeader.readFrom(message, 0, message.length);
            if (inFlight.sequences().wasAsked(header)) {
                answered(header, message);
            } else {
                tally.unknownAnswer();
                meaning.unasked(SmpMessage.decode(message));
            }
        } catch (SmpProtocolException e) {
            discarded(e.getMessage());
        }
    }

    private void answered(SmpHeader header, byte[] message) {
        tally.answered();
        meaning.answered();
        Optional<Outstanding<?>> request = inFlight.waitingFor(header.sequence());
        if (request.isEmpty() || request.get().latestSequence() != header.sequence()) {
            tally.lateAnswer();
        }
        request.ifPresent(asked -> read(asked, header, message));
        if (sizes.answered(header.sequence())) {
            meaning.resized();
        }
    }

    private void read(Outstanding<?> request, SmpHeader header, byte[] message) {
        Duration roundTrip = loop.since(inFlight.sequences().sentAt(header.sequence()));
        request.answered(roundTrip);
        if (request.request().patience() == Patience.REQUEST) {
            tally.roundTrip(roundTrip);
        }
        CborMap payload;
        Optional<SmpError> error;
        try {
            payload = SmpMessage.decode(message).payload();
            error = request.request().errorIn(payload);
        } catch (SmpProtocolException e) {
            damaged(request, e);
            return;
        } catch (RuntimeException e) {
            meaning.over(request);
            request.fail(e);
            return;
        }
        if (error.isEmpty()) {
            meaning.over(request);
            request.succeed(address, payload);
        } else if (inFlight.contains(request)) {
            refused(request, error.get(), payload);
        }
    }

    private void refused(Outstanding<?> request, SmpError error, CborMap payload) {
        boolean common = error.group() == SmpError.NO_GROUP;
        boolean overloaded = common && (error.code() == BUSY || error.code() == NO_MEMORY);
        if (overloaded && request.takeRepeatAfterRefusal()) {
            meaning.later(request);
        } else if (common && error.code() == CORRUPT && request.takeRepeatAfterDamage()) {
            meaning.again(request);
        } else {
            meaning.over(request);
            request.fail(new SmpErrorException(address, request.asked(), error, payload));
        }
    }

    private void damaged(Outstanding<?> request, SmpProtocolException damage) {
        discarded(damage.getMessage());
        if (!inFlight.contains(request)) {
            return;
        }
        if (request.takeRepeatAfterDamage()) {
            meaning.again(request);
        } else {
            meaning.over(request);
            request.fail(new SmpProtocolException(
                    address, "the answer to " + request.asked() + " is damaged: " + damage.getMessage(), damage));
        }
    }
}
