package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpCounters;
import java.util.function.ToLongFunction;

/** What is counted on every connection, and the counter it goes to, where it has one of its own. */
enum ConnectionCount {
    BYTES_OUT("smp.bytes", "bytes", "out", "Bytes of the messages, without framing", SmpCounters::bytesOut),
    BYTES_IN("smp.bytes", "bytes", "in", "Bytes of the messages, without framing", SmpCounters::bytesIn),
    REQUESTS("smp.requests", "Requests made", SmpCounters::requests),
    TRANSMISSIONS("smp.transmissions", "Messages sent, repeated ones included", SmpCounters::transmissions),
    RETRANSMISSIONS("smp.retransmissions", "Messages that repeated an earlier one", SmpCounters::retransmissions),
    TIMEOUTS("smp.timeouts", "Transmissions not answered in time", SmpCounters::timeouts),
    LATE_ANSWERS("smp.late.answers", "Answers to what was repeated or given up since", SmpCounters::lateAnswers),
    UNKNOWN_ANSWERS("smp.unknown.answers", "Messages that answer nothing", SmpCounters::unknownAnswers),
    DISCARDED_FRAMES("smp.discarded.frames", "What looked like a message and was none", SmpCounters::discardedFrames),
    CONNECTS("smp.connects", "How often the device answered on a new line", SmpCounters::connects),
    DISCONNECTS("smp.disconnects", "How often such a line was lost or let go", SmpCounters::disconnects),
    ROUND_TRIPS(SmpCounters::roundTrips),
    ROUND_TRIP_NANOS(counters -> counters.roundTripTotal().toNanos());

    private final String meter;
    private final String unit;
    private final String direction;
    private final String description;
    private final ToLongFunction<SmpCounters> count;

    ConnectionCount(ToLongFunction<SmpCounters> count) {
        this("", "", count);
    }

    ConnectionCount(String meter, String description, ToLongFunction<SmpCounters> count) {
        this(meter, "", "", description, count);
    }

    ConnectionCount(
            String meter, String unit, String direction, String description, ToLongFunction<SmpCounters> count) {
        this.meter = meter;
        this.unit = unit;
        this.direction = direction;
        this.description = description;
        this.count = count;
    }

    /** Whether it is shown as a counter; the others are parts of something else. */
    boolean isCounter() {
        return !meter.isEmpty();
    }

    String meter() {
        return meter;
    }

    /** Of the value; empty for a plain count. */
    String unit() {
        return unit;
    }

    /** Seen from this side, {@code out} or {@code in}; empty where there is none. */
    String direction() {
        return direction;
    }

    String description() {
        return description;
    }

    long of(SmpCounters counters) {
        return count.applyAsLong(counters);
    }
}
