package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Something that happened on the line to a device.
 *
 * @param name what, one of {@link #NAMES}
 * @param body what a route gets to see, never null
 * @param timestamp when, in milliseconds since 1970
 */
record SmpEvent(String name, Object body, long timestamp) {

    static final String CONSOLE = "console";

    /** The words of the option {@code events} for a device. */
    static final List<String> NAMES = List.of("connected", "disconnected", CONSOLE, "progress", "stage", "message");

    /**
     * Reads the option {@code events}.
     *
     * @param events names separated by commas; null or blank for all
     * @param known the names that the consumer has events for
     * @throws IllegalArgumentException naming the word that is no event
     */
    static Set<String> wanted(String events, List<String> known) {
        if (events == null || events.isBlank()) {
            return Set.copyOf(known);
        }
        Set<String> wanted = new TreeSet<>();
        for (String word : events.split(",")) {
            String name = word.trim();
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "events names '" + name + "', known are " + String.join(", ", known));
            }
            wanted.add(name);
        }
        return wanted;
    }

    static SmpEvent connected(SmpAddress address, Optional<McumgrParameters> parameters) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("address", address.toString());
        parameters.ifPresent(told -> body.put(
                "parameters", Map.of("buf_size", (long) told.bufferSize(), "buf_count", (long) told.bufferCount())));
        return now("connected", Collections.unmodifiableMap(body));
    }

    static SmpEvent disconnected(SmpAddress address, SmpTransportException reason) {
        return now("disconnected", Map.of("address", address.toString(), "reason", reason.getMessage()));
    }

    static SmpEvent console(String line) {
        return now(CONSOLE, line);
    }

    static SmpEvent message(SmpMessage message) {
        return now(
                "message",
                Map.of(
                        "group", message.header().group(),
                        "command", message.header().command(),
                        "sequence", message.header().sequence(),
                        "payload", message.payload().asMap()));
    }

    /** How far a long operation is; {@code body} has operation, offset, length, bytesPerSecond and image. */
    static SmpEvent progress(Map<String, Object> body) {
        return now("progress", Collections.unmodifiableMap(body));
    }

    /** A step of a firmware upgrade began or ended. */
    static SmpEvent stage(String stage, boolean ended) {
        return now("stage", Map.of("operation", "firmwareUpgrade", "stage", stage, "state", ended ? "ended" : "began"));
    }

    private static SmpEvent now(String name, Object body) {
        return new SmpEvent(name, body, System.currentTimeMillis());
    }
}
