package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two applications in one JVM, each at work with the devices the other works with. */
@Timeout(180)
class TwoContextsTest {

    private static final int DEVICES = 10;
    private static final int RESTARTS = 10;
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 60_000);

    private final List<SimulatedDevice> devices = new ArrayList<>();
    private final List<String> addresses = new ArrayList<>();
    private final ExecutorService users = Executors.newFixedThreadPool(2 * DEVICES);

    @BeforeEach
    void startDevices() {
        for (int number = 1; number <= DEVICES; number++) {
            SimulatedDevice device = SimulatedDevice.builder("board-" + number)
                    .running(FirmwareImage.ofSize("1.0.0", 60_000))
                    .build();
            devices.add(device);
            addresses.add(device.listenUdp(0).address());
        }
    }

    @AfterEach
    void stopDevices() {
        users.shutdownNow();
        devices.forEach(SimulatedDevice::close);
    }

    private static CamelContext context(String name) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.getCamelContextExtension().setName(name);
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").toD("smp:${header.device}?operation=${header.operation}");
            }
        });
        context.start();
        return context;
    }

    private static <T> T ask(CamelContext context, String operation, String address, Object body, Class<T> type) {
        return context.createFluentProducerTemplate()
                .to("direct:start")
                .withHeader("device", address)
                .withHeader("operation", operation)
                .withBody(body)
                .request(type);
    }

    private void forEachDevice(Callable<?>... tasks) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (Callable<?> task : tasks) {
            running.add(users.submit(task));
        }
        for (Future<?> task : running) {
            task.get();
        }
    }

    @Test
    void oneUpgradesWhileTheOtherComesAndGoes() throws Exception {
        CompletableFuture<Void> upgraded = new CompletableFuture<>();
        AtomicInteger echoes = new AtomicInteger();
        Future<?> comesAndGoes = users.submit(() -> {
            for (int start = 0; start < RESTARTS || !upgraded.isDone(); start++) {
                CamelContext guest = context("guest");
                for (String address : addresses) {
                    Map<?, ?> parameters = ask(guest, "parameters", address, null, Map.class);
                    assertThat(parameters).isNotEmpty();
                    echoes.incrementAndGet();
                }
                guest.stop();
            }
            return null;
        });

        CamelContext station = context("station");
        forEachDevice(addresses.stream()
                .map(address -> (Callable<?>) () -> ask(station, "firmwareUpgrade", address, NEW.bytes(), Map.class))
                .toArray(Callable[]::new));
        upgraded.complete(null);
        comesAndGoes.get();
        station.stop();

        assertThat(devices).allSatisfy(device -> assertThat(device.runningVersion())
                .hasValueSatisfying(version -> assertThat(version).startsWith("2.0.0")));
        assertThat(echoes.get()).isGreaterThanOrEqualTo(RESTARTS * DEVICES);
        await().atMost(30, TimeUnit.SECONDS).until(() -> threadsOf("station", "guest") == 0);
    }

    @Test
    void eachHasItsOwnLineToADevice() throws Exception {
        CamelContext one = context("one");
        CamelContext other = context("other");
        forEachDevice(IntStream.range(0, 2 * DEVICES)
                .mapToObj(number -> (Callable<?>) () ->
                        ask(number % 2 == 0 ? one : other, "echo", addresses.get(number / 2), "hello", String.class))
                .toArray(Callable[]::new));

        one.stop();

        assertThat(SmpConnections.of(other).size()).isEqualTo(DEVICES);
        assertThat(ask(other, "echo", addresses.get(0), "still here", String.class))
                .isEqualTo("still here");
        other.stop();
        await().atMost(30, TimeUnit.SECONDS).until(() -> threadsOf("one", "other") == 0);
    }

    private static long threadsOf(String... contexts) {
        List<String> starts = IntStream.range(0, contexts.length)
                .mapToObj(number -> "Camel (" + contexts[number] + ")")
                .toList();
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> starts.stream().anyMatch(thread.getName()::startsWith))
                .count();
    }
}
