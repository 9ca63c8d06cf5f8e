package io.github.camelsmp.simulator.line;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One direction of one line: how long bytes are on their way, and which messages do not make it. Bytes are carried, as a
 * UART or a radio does; whole messages meet their fate.
 */
final class LinkDirection {

    private static final Runnable NOTHING = () -> {};
    private static final Duration LONGEST_HOLD = Duration.ofMillis(50);

    private final LineHost host;
    private final Function<Impairment, Way> side;
    private Impairment impairment;
    private Random random;
    private long impairedSince;
    private long freeAt;
    private long lastArrival;
    private int underWay;
    private int messages;
    private Runnable held;

    LinkDirection(LineHost host, Function<Impairment, Way> side) {
        this.host = host;
        this.side = side;
    }

    private Way way() {
        Impairment current = host.impairment();
        if (current != impairment) {
            impairment = current;
            random = new Random(current.seed());
            messages = 0;
            impairedSince = host.nanos();
        }
        return side.apply(current);
    }

    /** Carries bytes; they arrive whole and in order. */
    void carry(byte[] bytes, Consumer<byte[]> arrive) {
        carry(bytes, arrive, NOTHING);
    }

    /** Carries bytes, and says when the last one has left the sender. */
    void carry(byte[] bytes, Consumer<byte[]> arrive, Runnable transmitted) {
        Way way = way();
        long now = host.nanos();
        long sent = now;
        if (way.pace().bytesPerSecond() > 0) {
            sent = Math.max(now, freeAt)
                    + bytes.length * 1_000_000_000L / way.pace().bytesPerSecond();
            freeAt = sent;
        }
        long arrival = sent
                + way.pace().delay().toNanos()
                + (long) (random.nextDouble() * way.pace().jitter().toNanos());
        long interval = way.pace().interval().toNanos();
        if (interval > 0) {
            arrival = Math.floorDiv(arrival + interval - 1, interval) * interval;
        }
        if (underWay > 0) {
            arrival = Math.max(arrival, lastArrival);
        }
        lastArrival = arrival;
        byte[] arriving = damaged(bytes, way);
        if (arrival <= now && underWay == 0) {
            arrive.accept(arriving);
            transmitted.run();
            return;
        }
        underWay++;
        host.after(Duration.ofNanos(Math.max(0, arrival - now)), () -> {
            underWay--;
            arrive.accept(arriving);
        });
        if (sent > now) {
            host.after(Duration.ofNanos(sent - now), transmitted);
        } else {
            transmitted.run();
        }
    }

    /** Chance is asked only where there is a chance, so that older seeds keep their meaning. */
    private byte[] damaged(byte[] bytes, Way way) {
        byte[] damaged = random.nextDouble() < way.chances().corruption() ? corrupted(bytes) : bytes;
        boolean cut = way.chances().truncation() > 0
                && damaged.length > 0
                && random.nextDouble() < way.chances().truncation();
        return cut ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private boolean isDown(Way way) {
        long every = way.rhythm().outageEvery().toNanos();
        return every > 0
                && (host.nanos() - impairedSince) % every
                        >= every - way.rhythm().outage().toNanos();
    }

    private byte[] corrupted(byte[] bytes) {
        byte[] copy = bytes.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** Decides whether a message arrives, once or twice, and in which order. */
    void meetFate(byte[] message, Consumer<byte[]> arrive) {
        Way way = way();
        messages++;
        if (isDown(way)
                || isNth(way.rhythm().loseEvery())
                || random.nextDouble() < way.chances().loss()) {
            host.traffic().lostOnLink();
        } else if (isNth(way.rhythm().lateEvery())) {
            host.after(way.rhythm().lateness(), () -> arrive.accept(message));
        } else if (held == null && random.nextDouble() < way.chances().reordering()) {
            hold(() -> arrive.accept(message));
        } else {
            arrive.accept(message);
            if (random.nextDouble() < way.chances().duplication()) {
                arrive.accept(message);
            }
            letGo();
        }
    }

    private boolean isNth(int every) {
        return every > 0 && messages % every == 0;
    }

    /** Nothing may follow for long: what is held arrives then by itself. */
    private void hold(Runnable message) {
        held = message;
        host.after(LONGEST_HOLD, () -> {
            if (held == message) {
                letGo();
            }
        });
    }

    private void letGo() {
        Runnable message = held;
        held = null;
        if (message != null) {
            message.run();
        }
    }
}
