package io.github.camelsmp.examples.hawkbit.trial;

import io.github.camelsmp.simulator.FirmwareImage;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The whole story: a hawkBit server, a gateway, ten devices behind it, and new firmware for all of them; one is off. */
public final class HawkbitRun {

    private static final int DEVICES = 10;
    private static final Set<String> OVER = Set.of("finished", "error", "canceled");
    private static final FirmwareImage NEXT = FirmwareImage.ofSize("1.1.0", 128 * 1024);

    private HawkbitRun() {}

    /** Takes no arguments. */
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Files.createTempDirectory("hawkbit-gateway");
        out.println("hawkBit starts");
        try (HawkbitProcess hawkbit = HawkbitProcess.start(home.resolve("hawkbit"));
                SimulatedFleet fleet = new SimulatedFleet()) {
            for (int number = 1; number <= DEVICES; number++) {
                fleet.add("pump-" + number, Duration.ofMillis(20));
            }
            fleet.device("pump-7").powerOff();
            Operator operator = new Operator(hawkbit.address());
            operator.allowGateways(GatewayProcess.TOKEN);
            long set = operator.publish("pump", NEXT.version(), "pump-1.1.0.bin", NEXT.bytes());
            Map<String, Long> actions = new LinkedHashMap<>();
            for (String name : fleet.names()) {
                operator.register(name);
                actions.put(name, operator.assign(set, name));
            }
            Path targets = fleet.write(home.resolve("targets.json"));
            try (GatewayProcess gateway = new GatewayProcess(home.resolve("gateway"), hawkbit.address(), targets)) {
                watch(operator, actions, out);
                fleet.names()
                        .forEach(name -> out.println(name + " runs "
                                + fleet.device(name).runningVersion().orElse("nothing: it is off")));
            }
        }
    }

    /** Tells what hawkBit hears, once a second, until all actions are over. */
    private static void watch(Operator operator, Map<String, Long> actions, PrintStream out) throws Exception {
        Map<String, String> told = new LinkedHashMap<>();
        long open = actions.size();
        while (open > 0) {
            open = 0;
            for (Map.Entry<String, Long> action : actions.entrySet()) {
                List<String> messages = operator.messages(action.getKey(), action.getValue());
                String status = operator.status(action.getKey(), action.getValue());
                String line = status + ": " + messages.get(0);
                if (!line.equals(told.put(action.getKey(), line))) {
                    out.println(action.getKey() + " " + line);
                }
                open += OVER.contains(status) ? 0 : 1;
            }
            TimeUnit.SECONDS.sleep(1);
        }
    }
}
