package io.github.camelsmp.examples.fleet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A Kafka broker in a process of its own, which is its own controller. */
final class KafkaProcess implements AutoCloseable {

    private final int port = FleetOptions.freePort();
    private final Process process;

    KafkaProcess(Path folder) throws IOException, InterruptedException {
        Path properties = folder.resolve("kafka.properties");
        Files.write(properties, properties(folder));
        String id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(new byte[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15});
        Process format = java(folder, "kafka.tools.StorageTool", "format", "-t", id, "-c", properties.toString());
        if (format.waitFor() != 0) {
            throw new IOException("the folder of Kafka cannot be formatted, see " + folder.resolve("kafka.log"));
        }
        process = java(folder, "kafka.Kafka", properties.toString());
        Ports.awaitListener(port);
    }

    /** Whether the profile {@code kafka} is on. */
    static boolean isThere() {
        return KafkaProcess.class.getResource("/kafka/Kafka.class") != null;
    }

    private List<String> properties(Path folder) throws IOException {
        int controller = FleetOptions.freePort();
        return List.of(
                "process.roles=broker,controller",
                "node.id=1",
                "controller.quorum.voters=1@127.0.0.1:" + controller,
                "listeners=PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners=PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names=CONTROLLER",
                "listener.security.protocol.map=CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT",
                "offsets.topic.replication.factor=1",
                "transaction.state.log.replication.factor=1",
                "transaction.state.log.min.isr=1",
                "group.initial.rebalance.delay.ms=0",
                "log.dirs=" + folder.resolve("kafka"));
    }

    private static Process java(Path folder, String main, String... arguments) throws IOException {
        return new JavaProgram(main, List.of("-Xmx384m"), List.of(arguments), Map.of())
                .start(folder.resolve("kafka.log"));
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
