package io.github.camelsmp.examples.fleet;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apache.camel.main.Main;

/** Hands out jobs, and keeps the ledger of what becomes of them. */
final class Control implements AutoCloseable {

    private final Main main = new Main();
    private final Ledger ledger = new Ledger();

    /** Begins to listen. */
    Control(String broker) throws Exception {
        main.configure().withRoutesIncludePattern("classpath:routes/control.yaml");
        main.addOverrideProperty("fleet.broker", broker);
        main.bind("ledger", ledger);
        main.start();
    }

    Ledger ledger() {
        return ledger;
    }

    /** Orders an image for a device. */
    void order(String device, Path image, Instant deadline) throws Exception {
        order(device, image, deadline, "jobs");
    }

    /** @param queue of whoever the device belongs to */
    void order(String device, Path image, Instant deadline, String queue) throws Exception {
        Map<String, String> job = Map.of(
                "device", device,
                "image", image.toAbsolutePath().toString(),
                "sha256", Images.sha256(Files.readAllBytes(image)),
                "deadline", deadline.toString());
        send(queue, job);
    }

    /** Sends a job as it is. */
    void send(String queue, Map<String, String> job) throws Exception {
        main.getCamelTemplate().sendBodyAndHeader("direct:send", job, "queue", queue);
    }

    @Override
    public void close() {
        main.stop();
    }
}
