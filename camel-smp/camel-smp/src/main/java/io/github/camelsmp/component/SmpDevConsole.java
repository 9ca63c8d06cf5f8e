package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpCounters;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.camel.spi.annotations.DevConsole;
import org.apache.camel.support.console.AbstractDevConsole;
import org.apache.camel.util.json.JsonObject;

/** Shows the connections of a context and what runs on them. */
@DevConsole(name = "smp", displayName = "SMP", description = "SMP connections and the transfers running on them")
public final class SmpDevConsole extends AbstractDevConsole {

    /** The console {@code smp}; it has nothing to show before a context is set. */
    public SmpDevConsole() {
        super("camel", "smp", "SMP", "SMP connections and the transfers running on them");
    }

    @Override
    protected Map<String, Object> doCallJson(Map<String, Object> options) {
        // those who ask over HTTP insist on this kind of map
        JsonObject answer = new JsonObject();
        answer.put("connections", connections());
        answer.put("running", running());
        return answer;
    }

    @Override
    protected String doCallText(Map<String, Object> options) {
        return lines("Connections", connections()) + lines("Running", running());
    }

    private static String lines(String title, List<Map<String, Object>> entries) {
        return title + ": " + entries.size() + "\n"
                + entries.stream().map(SmpDevConsole::line).collect(Collectors.joining());
    }

    private static String line(Map<String, Object> entry) {
        return entry.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .collect(Collectors.joining(" ", "    ", "\n"));
    }

    private List<Map<String, Object>> connections() {
        return shared().map(SmpConnections::all).orElse(List.of()).stream()
                .sorted(Comparator.comparing(connection -> connection.address().toString()))
                .map(SmpDevConsole::status)
                .toList();
    }

    private List<Map<String, Object>> running() {
        return shared().map(connections -> connections.activity().running()).orElse(List.of()).stream()
                .map(LongOperation::status)
                .sorted(Comparator.comparing(status -> status.get("address").toString()))
                .toList();
    }

    private Optional<SmpConnections> shared() {
        return Optional.ofNullable(getCamelContext().hasService(SmpConnections.class));
    }

    private static Map<String, Object> status(SharedConnection shared) {
        SmpConnection connection = shared.connection();
        SmpCounters counters = connection.counters();
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("address", shared.address().toString());
        status.put("state", shared.stateName());
        status.put("largestMessage", connection.largestMessage());
        status.put("window", connection.largestWindow());
        status.put("outstanding", counters.outstanding());
        status.put("requests", counters.requests());
        status.put("retransmissions", counters.retransmissions());
        status.put("timeouts", counters.timeouts());
        status.put("bytesOut", counters.bytesOut());
        status.put("bytesIn", counters.bytesIn());
        counters.roundTrip().ifPresent(time -> status.put("roundTripMillis", time.toNanos() / 1e6));
        counters.lastAnswer().ifPresent(time -> status.put("lastAnswer", time.toString()));
        connection.trouble().ifPresent(trouble -> status.put("trouble", trouble.getMessage()));
        return status;
    }
}
