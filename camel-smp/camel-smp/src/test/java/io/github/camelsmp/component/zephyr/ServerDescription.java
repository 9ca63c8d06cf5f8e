package io.github.camelsmp.component.zephyr;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;

/** One entry of the manifest. */
record ServerDescription(Path folder, JsonNode entry) {

    String target() {
        return text("target");
    }

    String config() {
        return text("config");
    }

    String transport() {
        return text("transport");
    }

    boolean isEmulated() {
        return entry.hasNonNull("qemu_cmd");
    }

    boolean isIpv6() {
        return "ipv6".equals(text("ip_family"));
    }

    int bufferSize() {
        return entry.get("buf_size").asInt();
    }

    int bufferCount() {
        return entry.get("buf_count").asInt();
    }

    int udpPort() {
        return entry.get("udp_port").asInt();
    }

    /** Whether the build answers the MCUmgr parameters command. */
    boolean tellsParameters() {
        return !config().contains("noparams");
    }

    boolean hasGroup(String name) {
        for (JsonNode group : entry.get("groups")) {
            if (group.asText().equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** The command line, with {@code <PORT>} in it where the serial line becomes a TCP socket. */
    String command() {
        return text(isEmulated() ? "qemu_cmd" : "run");
    }

    boolean isRunnable() {
        return Files.isRegularFile(folder.resolve(artifact())) && !command().isEmpty();
    }

    /** The file the server is made of. */
    String artifact() {
        return text("artifact");
    }

    /** The signed image of the application on this server. */
    Path signedImage() {
        String stem = artifact().replaceAll("(\\.merged)?\\.hex$", "");
        return folder.resolve(stem + ".signed.bin");
    }

    private String text(String key) {
        JsonNode value = entry.get(key);
        return value == null || value.isNull() ? "" : value.asText();
    }

    @Override
    public String toString() {
        return target() + " " + config();
    }
}
