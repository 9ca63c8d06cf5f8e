package io.github.camelsmp.benchmarks.echo;

import static io.github.camelsmp.benchmarks.Results.figure;

import io.github.camelsmp.benchmarks.Results;
import io.github.camelsmp.benchmarks.ServerProcess;
import io.github.camelsmp.benchmarks.peer.SimulatedServer;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.serial.ConsoleEncoder;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * How long an echo of 100 bytes takes, to a simulated device in a process of its own: by a bare loop on the same I/O; by
 * our client, each echo asked for by the answer to the one before, as routines and Camel's producers do it; and by our
 * client for a thread that waits for each answer. The three take turns.
 */
public final class Echo {

    private static final String TEXT = "x".repeat(100);
    private static final int LINE = 128;
    private static final int ECHOES = 20_000;
    private static final int WARM_UPS = 5;
    private static final int RUNS = 5;
    private static final double MICRO = 1000;

    private Echo() {}

    /** @param arguments measured turns of 20000 echoes, 5 unless told */
    public static void main(String[] arguments) throws IOException {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : RUNS;
        Path image = Files.createTempFile("echo", ".bin");
        Results table = Results.begin(
                "echo", "line", "bare loop µs", "chained µs", "chained / bare", "waited for µs", "waited for / bare");
        EventLoopGroup loops = new NioEventLoopGroup(1);
        byte[] request = SmpMessage.encode(new OsGroup.Echo(TEXT), SmpVersion.V2, 0);
        try (ServerProcess server = ServerProcess.start(SimulatedServer.class, image.toString(), "1000", "0");
                SmpResources resources = SmpResources.create()) {
            String udp = server.readLine();
            String serial = server.readLine();
            int port = Integer.parseInt(udp.substring(udp.lastIndexOf(':') + 1));
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            byte[] wire = new ConsoleEncoder(LINE).encode(request);
            String path = serial.substring(serial.indexOf(':') + 1);
            row(table, "UDP; Netty", udp, resources, new NettyLoop(address, request, loops.next()), runs);
            row(table, "UDP; selector", udp, resources, new SelectorLoop(address, request), runs);
            row(table, "pseudo-terminal", serial, resources, new PortLoop(path, wire), runs);
            HandedOverPortLoop handedOver = new HandedOverPortLoop(path, wire, loops.next());
            row(table, "pseudo-terminal; handed over", serial, resources, handedOver, runs);
        } finally {
            Files.delete(image);
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        }
        table.keep();
    }

    private static void row(Results table, String name, String address, SmpResources resources, BareLoop bare, int runs)
            throws IOException {
        long[][] bareLoop = new long[runs][];
        long[][] chained = new long[runs][];
        long[][] waited = new long[runs][];
        for (int run = -WARM_UPS; run < runs; run++) {
            long[] ofBareLoop = bare.times(ECHOES);
            long[][] ofClient = client(address, resources);
            if (run >= 0) {
                bareLoop[run] = ofBareLoop;
                chained[run] = ofClient[0];
                waited[run] = ofClient[1];
            }
        }
        double least = median(bareLoop);
        table.row(
                name,
                figure(least, 1),
                figure(median(chained), 1),
                figure(median(chained) / least, 2),
                figure(median(waited), 1),
                figure(median(waited) / least, 2));
    }

    private static double median(long[][] runs) {
        long[] all = Arrays.stream(runs).flatMapToLong(Arrays::stream).sorted().toArray();
        return all[all.length / 2] / MICRO;
    }

    private static long[][] client(String address, SmpResources resources) {
        try (SmpClient client = SmpClient.of(address, SmpClientOptions.DEFAULT, resources)) {
            client.connection().connect().join();
            long[] chained = new long[ECHOES];
            CompletableFuture<Void> end = new CompletableFuture<>();
            chain(client, chained, 0, end);
            end.join();
            long[] waited = new long[ECHOES];
            for (int i = 0; i < ECHOES; i++) {
                long start = System.nanoTime();
                client.os().echo(TEXT).join();
                waited[i] = System.nanoTime() - start;
            }
            return new long[][] {chained, waited};
        }
    }

    private static void chain(SmpClient client, long[] times, int index, CompletableFuture<Void> end) {
        if (index == times.length) {
            end.complete(null);
            return;
        }
        long start = System.nanoTime();
        client.os().echo(TEXT).whenComplete((answer, failure) -> {
            if (failure != null) {
                end.completeExceptionally(failure);
            } else {
                times[index] = System.nanoTime() - start;
                chain(client, times, index + 1, end);
            }
        });
    }
}
