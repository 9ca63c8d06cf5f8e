package io.github.camelsmp.component;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A day at the programming station: fifty boards, three at a time. */
@EnabledOnOs(OS.LINUX)
@Timeout(240)
class FiftyBoardsTest {

    private static final int BOARDS = 50;
    private static final int AT_A_TIME = 3;
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 8_000);

    @TempDir
    private Path folder;

    private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
    private final CamelContext context = new DefaultCamelContext();
    private final BlockingQueue<Exchange> seen = new LinkedBlockingQueue<>();
    private BoardBench bench;

    @BeforeEach
    void startStation() throws Exception {
        bench = new BoardBench(folder);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("smp:serial:*?scanInterval=50&namePattern=" + BoardBench.NAMES + "&portFolder=" + folder)
                        .filter(header("CamelSmpEvent").isEqualTo("discovered"))
                        .setBody(constant(NEW.bytes()))
                        .toD("smp:${header.CamelSmpAddress}?operation=firmwareUpgrade&requestTimeout=500")
                        .end()
                        .process(seen::add);
            }
        });
        context.start();
    }

    @AfterEach
    void stopStation() {
        context.stop();
        bench.close();
    }

    @Test
    void upgradesEachBoardOnceTellsOfEachLossAndLeavesNothingBehind() throws Exception {
        List<String> lost = runTheStation();
        context.stop();
        bench.close();

        assertThat(lost).hasSize(BOARDS).doesNotHaveDuplicates();
        assertThat(seen).isEmpty();
        assertThat(openTerminals()).isEmpty();
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(threadsBefore);
        for (Thread thread : left) {
            if (thread.getName().contains("smp")) {
                thread.join(TimeUnit.SECONDS.toMillis(30));
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    /** Plugs in and unplugs until all boards had their turn; answers who was lost. */
    private List<String> runTheStation() throws InterruptedException {
        Map<String, SimulatedDevice> pluggedIn = new HashMap<>();
        List<String> lost = new ArrayList<>();
        int next = 1;
        while (lost.size() < BOARDS) {
            while (next <= BOARDS && pluggedIn.size() < AT_A_TIME) {
                String name = "board-" + next++;
                pluggedIn.put(name, bench.plugIn(name));
            }
            Exchange exchange = seen.take();
            String name = nameOf(exchange);
            if (exchange.getMessage().getHeader("CamelSmpEvent").equals("discovered")) {
                assertThat(exchange.getMessage().getBody(Map.class).get("outcome"))
                        .isEqualTo("upgraded");
                assertThat(pluggedIn.get(name).runningVersion()).contains("2.0.0");
                bench.unplug(name);
            } else {
                assertThat(pluggedIn.remove(name)).isNotNull();
                lost.add(name);
            }
        }
        return lost;
    }

    private static String nameOf(Exchange exchange) {
        String address = exchange.getMessage().getHeader("CamelSmpAddress", String.class);
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static Set<Path> openTerminals() throws IOException {
        try (Stream<Path> handles = Files.list(Path.of("/proc/self/fd"))) {
            return handles.map(FiftyBoardsTest::target)
                    .filter(target -> target.startsWith("/dev/pts") || target.startsWith("/dev/ptmx"))
                    .collect(toCollection(HashSet::new));
        }
    }

    private static Path target(Path handle) {
        try {
            return Files.readSymbolicLink(handle);
        } catch (IOException e) {
            // the handle of the listing itself
            return handle;
        }
    }
}
