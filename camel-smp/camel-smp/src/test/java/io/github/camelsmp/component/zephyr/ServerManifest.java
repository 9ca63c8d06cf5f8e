package io.github.camelsmp.component.zephyr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The folder of prebuilt servers and the page in it that says how each one is started. */
final class ServerManifest {

    static final String PROPERTY = "smp.zephyr.servers";

    private ServerManifest() {}

    /** Whether a folder was named on the command line. */
    static boolean isPresent() {
        return !System.getProperty(PROPERTY, "").isBlank();
    }

    private static Path folder() {
        return Path.of(System.getProperty(PROPERTY)).toAbsolutePath();
    }

    /** Every server of the manifest whose files are in the folder and which this machine can run. */
    static List<ServerDescription> all() {
        return StreamSupport.stream(manifest().spliterator(), false)
                .map(entry -> new ServerDescription(folder(), entry))
                .filter(ServerDescription::isRunnable)
                .toList();
    }

    /** The one server built for {@code target} with {@code config}. */
    static ServerDescription server(String target, String config) {
        return all().stream()
                .filter(server ->
                        server.target().equals(target) && server.config().equals(config))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(folder() + " has no " + target + " " + config));
    }

    static Stream<ServerDescription> servers(String... configs) {
        return all().stream().filter(server -> List.of(configs).contains(server.config()));
    }

    private static JsonNode manifest() {
        try {
            return new ObjectMapper().readTree(Files.readAllBytes(folder().resolve("manifest.json")));
        } catch (IOException e) {
            throw new UncheckedIOException("-D" + PROPERTY + " names a folder without a readable manifest.json", e);
        }
    }
}
