package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.component.LoopbackRelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A bad network between a client and a server on this machine: what it does to each datagram is decided by a seed. */
final class LossyNetwork extends LoopbackRelay {

    static final double MOST_LOSS = 0.2;
    static final double MOST_CORRUPTION = 0.05;
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
        private final Exit exit;
        private final double loss;
        private final double corruption;
        private final double duplication;

        private Way(long seed, Exit exit) {
            random = new Random(seed);
            this.exit = exit;
            loss = random.nextDouble() * MOST_LOSS;
            corruption = random.nextDouble() * MOST_CORRUPTION;
            duplication = random.nextDouble() * MOST_CORRUPTION;
        }

        private void carry(byte[] datagram) throws IOException {
            if (fair) {
                exit.send(datagram);
            } else {
                meetFate(datagram);
            }
        }

        /** A later datagram may overtake one that takes longer. */
        private void meetFate(byte[] datagram) {
            // the checksum of UDP finds what was corrupted, and the datagram goes no further
            boolean corrupted = random.nextDouble() < corruption;
            boolean lost = random.nextDouble() < loss || corrupted;
            int copies = random.nextDouble() < duplication ? 2 : 1;
            for (int copy = 0; copy < copies && !lost; copy++) {
                clock.schedule(() -> send(datagram), random.nextInt(LONGEST_DELAY_MILLIS), TimeUnit.MILLISECONDS);
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
