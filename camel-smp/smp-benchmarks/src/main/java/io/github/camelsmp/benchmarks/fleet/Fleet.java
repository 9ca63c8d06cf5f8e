package io.github.camelsmp.benchmarks.fleet;

import static io.github.camelsmp.benchmarks.Results.figure;

import io.github.camelsmp.benchmarks.Results;
import io.github.camelsmp.benchmarks.ServerProcess;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UpgradeListener;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;

/**
 * Upgrades more and more devices at once, 256 KiB each, over UDP with a round trip of 20 ms, from a cold slot to a
 * confirmed image, and says what a device costs; then how much heap an upload takes while all of them are in the middle.
 */
public final class Fleet {

    private static final int IMAGE = 256 * 1024;
    private static final int FEW = 10;
    private static final int MANY = 1000;
    private static final List<Integer> SIZES = List.of(1, FEW, 30, 100, 300, MANY);

    /** Small fleets are repeated, so many times at most, until so many devices are upgraded: one takes little time. */
    private static final int LEAST = 100;

    private static final int ROUNDS = 8;

    private static final int WARM_UP = 300;

    private static final double KIB = 1024;

    private Fleet() {}

    /** @param arguments none, or the number of devices of the largest fleet */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MANY;
        FirmwareImage image = FirmwareImage.of(io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", IMAGE)
                .bytes());
        try (ServerProcess server = ServerProcess.start(FleetServer.class);
                SmpResources resources = SmpResources.create()) {
            Campaign campaign = new Campaign(server, resources, image);
            campaign.run(Math.min(most, WARM_UP));
            campaign.run(Math.min(most, WARM_UP));
            costs(campaign, most);
            // what the fleet before leaves behind goes away in the time this one takes
            campaign.run(1);
            heap(campaign, most);
        }
    }

    private static void costs(Campaign campaign, int most) throws IOException {
        Results table = Results.begin("fleet", "devices at once", "seconds", "CPU ms a device", "CPU / that of 10");
        double few = 0;
        for (int size : SIZES) {
            if (size > most) {
                break;
            }
            int rounds = Math.max(1, Math.min(ROUNDS, LEAST / size));
            Campaign.Cost cost = campaign.run(rounds * size, size);
            few = size == FEW ? cost.cpuMillisPerDevice() : few;
            table.row(
                    String.valueOf(size),
                    figure(cost.seconds() / rounds, 2),
                    figure(cost.cpuMillisPerDevice(), 2),
                    few == 0 ? "-" : figure(cost.cpuMillisPerDevice() / few, 2));
        }
        table.keep();
    }

    private static void heap(Campaign campaign, int devices) throws IOException, InterruptedException {
        long before = Footprint.liveHeap();
        List<SmpClient> clients = campaign.clients(devices);
        CompletableFuture.allOf(clients.stream()
                        .map(client -> client.connection().connect())
                        .toArray(CompletableFuture[]::new))
                .join();
        long connected = Footprint.liveHeap();
        CountDownLatch uploading = new CountDownLatch(devices);
        CompletableFuture<Void> all = CompletableFuture.allOf(clients.stream()
                .map(client -> campaign.upgrade(List.of(client), new OnceUnderWay(uploading)))
                .toArray(CompletableFuture[]::new));
        uploading.await();
        long running = Footprint.liveHeap();
        all.join();
        clients.forEach(SmpClient::close);
        Results table = Results.begin("heap", "state", "KiB a device");
        table.row("connected", figure((connected - before) / KIB / devices, 1));
        table.row("upload under way", figure((running - before) / KIB / devices, 1));
        table.keep();
    }

    /** Counts a device when its upload is behind its first chunks. */
    private static final class OnceUnderWay implements UpgradeListener {
        private static final int CHUNKS = 10_000;

        private final CountDownLatch uploading;
        private boolean counted;

        OnceUnderWay(CountDownLatch uploading) {
            this.uploading = uploading;
        }

        @Override
        public void progress(int image, long offset, long length) {
            if (!counted && offset > CHUNKS) {
                counted = true;
                uploading.countDown();
            }
        }
    }
}
