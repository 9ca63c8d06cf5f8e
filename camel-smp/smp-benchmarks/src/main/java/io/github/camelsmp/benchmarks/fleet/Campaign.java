package io.github.camelsmp.benchmarks.fleet;

import io.github.camelsmp.benchmarks.ServerProcess;
import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.UpgradeListener;
import io.github.camelsmp.client.routine.UpgradeOptions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Upgrades so many new devices at once, all with the same image. */
final class Campaign {

    private final ServerProcess server;
    private final SmpResources resources;
    private final FirmwareImage image;

    Campaign(ServerProcess server, SmpResources resources, FirmwareImage image) {
        this.server = server;
        this.resources = resources;
        this.image = image;
    }

    /** What it cost: wall clock and CPU time of this process, in seconds. */
    record Cost(int devices, double seconds, double cpuSeconds) {

        double cpuMillisPerDevice() {
            return 1000 * cpuSeconds / devices;
        }
    }

    /** Fails if any of the devices does not run the image, confirmed, in the end. */
    Cost run(int devices) throws IOException {
        return run(devices, devices);
    }

    /** As above, {@code atOnce} of them at a time. */
    Cost run(int devices, int atOnce) throws IOException {
        double seconds = 0;
        double cpu = 0;
        for (int done = 0; done < devices; done += atOnce) {
            List<SmpClient> clients = clients(atOnce);
            long start = System.nanoTime();
            long cpuBefore = Footprint.cpuNanos();
            upgrade(clients, UpgradeListener.NONE).join();
            cpu += (Footprint.cpuNanos() - cpuBefore) / 1e9;
            seconds += (System.nanoTime() - start) / 1e9;
            clients.forEach(SmpClient::close);
        }
        return new Cost(devices, seconds, cpu);
    }

    /** Clients of so many devices, none of them connected. */
    List<SmpClient> clients(int devices) throws IOException {
        server.writeLine(String.valueOf(devices));
        List<SmpClient> clients = new ArrayList<>();
        for (String port : server.readLine().split(" ")) {
            clients.add(SmpClient.of("udp:127.0.0.1:" + port, SmpClientOptions.DEFAULT, resources));
        }
        return clients;
    }

    /** Done when all are. */
    CompletableFuture<Void> upgrade(List<SmpClient> clients, UpgradeListener listener) {
        Stream<CompletableFuture<?>> upgrades =
                clients.stream().map(client -> client.upgrade(List.of(image), UpgradeOptions.DEFAULT, listener));
        return CompletableFuture.allOf(upgrades.toArray(CompletableFuture[]::new));
    }
}
