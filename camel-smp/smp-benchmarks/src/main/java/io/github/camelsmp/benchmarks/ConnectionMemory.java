package io.github.camelsmp.benchmarks;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpResources;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.protocol.image.McubootImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Prints the heap that an idle connection takes, and that an upload under way takes beyond it and the image, which all
 * share. The device is a socket that takes first chunks and answers no others, so that all windows are full.
 */
public final class ConnectionMemory {

    private static final int CONNECTIONS = 1000;
    private static final int IMAGE = 256 * 1024;
    private static final int COLLECTIONS = 5;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();

    private ConnectionMemory() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws IOException {
        new ConnectionMemory().measure();
    }

    private void measure() throws IOException {
        FirmwareImage image = FirmwareImage.of(
                0,
                McubootImage.parse(io.github.camelsmp.simulator.FirmwareImage.ofSize("2.0.0", IMAGE)
                        .bytes()));
        List<SmpClient> clients = new ArrayList<>();
        try (FirstChunksOnly device = FirstChunksOnly.open();
                SmpResources resources = SmpResources.create()) {
            connect(device, resources, clients, 1);
            upload(clients, image);
            long before = used();
            List<SmpClient> idle = new ArrayList<>();
            connect(device, resources, idle, CONNECTIONS);
            long connected = used();
            upload(idle, image);
            long uploading = used();
            print("idle connection", connected - before);
            print("upload under way", uploading - connected);
            idle.forEach(SmpClient::close);
            clients.forEach(SmpClient::close);
        }
    }

    private static void connect(FirstChunksOnly device, SmpResources resources, List<SmpClient> into, int count) {
        for (int i = 0; i < count; i++) {
            SmpClient client = SmpClient.of(device.address(), SmpClientOptions.DEFAULT, resources);
            client.connection().connect().join();
            into.add(client);
        }
    }

    /** Starts uploads and waits until each is past its first chunk. */
    private static void upload(List<SmpClient> clients, FirmwareImage image) {
        List<CompletableFuture<Void>> begun = new ArrayList<>();
        for (SmpClient client : clients) {
            CompletableFuture<Void> past = new CompletableFuture<>();
            client.upload(image, ImageUploadOptions.DEFAULT, (offset, length) -> {
                if (offset > 0) {
                    past.complete(null);
                }
            });
            begun.add(past);
        }
        begun.forEach(CompletableFuture::join);
    }

    private long used() {
        for (int i = 0; i < COLLECTIONS; i++) {
            memory.gc();
        }
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static void print(String what, long bytes) {
        System.out.printf(Locale.ROOT, "| %-18s | %6.1f KiB |%n", what, bytes / 1024.0 / CONNECTIONS);
    }
}
