package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.component.LoopbackRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A bad network between a client and a server on this machine: what it does to each datagram is decided by a seed. */
final class LossyNetwork extends LoopbackRelay {

    private static final int LONGEST_DELAY_MILLIS = 40;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "lossy network");
        thread.setDaemon(true);
        return thread;
    });
    private final Way wayOfRequests;
    private final Way wayOfAnswers;
    private volatile boolean fair;

    LossyNetwork(int serverPort, long seed) throws SocketException {
        super(serverPort);
        Random seeds = new Random(seed);
        wayOfRequests = new Way(seeds.nextLong(), this::toDevice);
        wayOfAnswers = new Way(seeds.nextLong(), this::toClient);
        start();
    }

    /** From now on nothing goes wrong. */
    void clear() {
        fair = true;
    }

    @Override
    protected void request(byte[] datagram) throws IOException {
        wayOfRequests.carry(datagram);
    }

    @Override
    protected void answer(byte[] datagram) throws IOException {
        wayOfAnswers.carry(datagram);
    }

    private interface Exit {
        void send(byte[] datagram) throws IOException;
    }

    /** One direction. */
    private final class Way {
        private final Random random;
        private final Fates fates;
        private final Exit exit;

        private Way(long seed, Exit exit) {
            random = new Random(seed);
            fates = new Fates(random.nextLong());
            this.exit = exit;
        }

        private void carry(byte[] datagram) throws IOException {
            if (fair) {
                exit.send(datagram);
            } else {
                fates.arriving(datagram).forEach(arrived -> carryAfterAWhile(datagram, arrived));
            }
        }

        /** A later datagram may overtake one that takes longer. */
        private void carryAfterAWhile(byte[] datagram, byte[] arrived) {
            int delay = random.nextInt(LONGEST_DELAY_MILLIS);
            // the checksum of UDP finds what was damaged, and the datagram goes no further
            if (Arrays.equals(arrived, datagram)) {
                clock.schedule(() -> send(datagram), delay, TimeUnit.MILLISECONDS);
            }
        }

        private void send(byte[] datagram) {
            try {
                exit.send(datagram);
            } catch (IOException e) {
                if (!isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        super.close();
    }
}
