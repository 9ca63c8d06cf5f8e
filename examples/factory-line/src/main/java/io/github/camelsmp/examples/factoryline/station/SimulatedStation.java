package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A station whose boards and people are made of software: two sockets of three have serial lines, the rest Ethernet. */
public final class SimulatedStation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatedStation.class);

    private static final long SEED = 1147;
    private static final int LOOKS_PER_MOVE = 10;
    private static final int FIRST_PORT = 20_000;
    private static final int PORTS = 10_000;
    private static final int TRIES = 1000;

    private final Path ports;
    private final List<Socket> sockets;
    private final Tempo tempo;
    private final Tally tally = new Tally();
    private final SimulatorThreads threads = SimulatorThreads.create("factory-boards");
    private final ScheduledExecutorService hands =
            Executors.newSingleThreadScheduledExecutor(task -> SimulatorThreads.daemon(task, "factory-hands"));
    private final CompletableFuture<StationReport> report = new CompletableFuture<>();
    private final Supply supply;
    private List<Operator> operators = List.of();

    /**
     * Sockets without boards.
     *
     * @param ports folder for the links to serial lines, made if absent
     * @param count of sockets
     * @param first number of the first board
     * @param boards how many come
     */
    public SimulatedStation(Path ports, int count, long first, long boards, Tempo tempo) throws IOException {
        this.ports = Files.createDirectories(ports.toAbsolutePath());
        this.tempo = tempo;
        this.supply = new Supply(first, boards, new Random(SEED), tempo, threads);
        this.sockets = sockets(count);
    }

    private List<Socket> sockets(int count) throws IOException {
        List<Socket> made = new ArrayList<>();
        Random chance = new Random();
        for (int number = 1; number <= count; number++) {
            boolean network = number > (2 * count + 2) / 3;
            made.add(network ? new Socket.Network(freePort(chance)) : new Socket.Serial(ports.resolve(name(number))));
        }
        return made;
    }

    private static String name(int number) {
        return String.format("socket-%02d", number);
    }

    /** Below those that systems give away by themselves, so that it stays ours between two boards. */
    private static int freePort(Random chance) throws IOException {
        for (int tries = 0; tries < TRIES; tries++) {
            int port = FIRST_PORT + chance.nextInt(PORTS);
            try (DatagramSocket probe = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
                return probe.getLocalPort();
            } catch (BindException e) {
                LOG.debug("UDP port {} is taken", port, e);
            }
        }
        throw new IOException("no free UDP port found in " + TRIES + " tries from " + FIRST_PORT);
    }

    /** Where the links to serial lines are. */
    public Path ports() {
        return ports;
    }

    /** The network sockets, as the option {@code hosts} wants them. */
    public String hosts() {
        return sockets.stream()
                .filter(Socket.Network.class::isInstance)
                .map(socket -> socket.address().substring("udp:".length()))
                .collect(Collectors.joining(","));
    }

    /**
     * The shift begins.
     *
     * @param panel what its people see, and where they tell what no board tells
     */
    public void begin(Panel panel) {
        Random chance = new Random(SEED);
        operators = sockets.stream()
                .map(socket -> new Operator(socket, panel, supply, chance, tempo, tally))
                .toList();
        long pause = tempo.hand().toNanos() / LOOKS_PER_MOVE;
        hands.scheduleWithFixedDelay(this::look, 0, pause, TimeUnit.NANOSECONDS);
    }

    private void look() {
        try {
            operators.forEach(operator -> operator.look(System.nanoTime()));
            if (!operators.isEmpty() && operators.stream().allMatch(Operator::isIdle)) {
                report.complete(tally.report(supply));
            }
        } catch (RuntimeException e) {
            LOG.error("The simulated station stands still", e);
            report.completeExceptionally(e);
            throw e;
        }
    }

    /** No more boards come. What is in hand is brought to its end. */
    public void end() {
        hands.execute(supply::end);
    }

    /** Completes when the last board has left. */
    public CompletableFuture<StationReport> report() {
        return report;
    }

    @Override
    public void close() {
        hands.execute(() -> operators.forEach(Operator::leave));
        hands.shutdown();
        report.cancel(false);
        awaitHands();
        threads.close();
    }

    private void awaitHands() {
        try {
            if (!hands.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("The people at the simulated station did not leave in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
