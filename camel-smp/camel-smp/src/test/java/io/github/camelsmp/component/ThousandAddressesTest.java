package io.github.camelsmp.component;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.line.UdpLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A dynamic route that met a thousand devices leaves nothing behind. */
@EnabledOnOs(OS.LINUX)
@Timeout(180)
class ThousandAddressesTest {

    private static final int ADDRESSES = 1000;

    /** What classes, caches of the JVM and its own measuring come to; a thousand endpoints kept are far more. */
    private static final long NOISE = 3_000_000;

    private SimulatedDevice device;
    private List<String> addresses;

    @BeforeEach
    void listen() throws Exception {
        device = SimulatedDevice.builder("board-1").build();
        addresses = IntStream.range(0, ADDRESSES)
                .mapToObj(number -> device.listenUdp(0))
                .map(UdpLine::address)
                .toList();
        // what the first use of all this leaves in the JVM is not what is asked here
        DefaultCamelContext first = askAll("");
        first.stop();
    }

    @AfterEach
    void close() {
        device.close();
    }

    private DefaultCamelContext askAll(String options) throws Exception {
        DefaultCamelContext context = new DefaultCamelContext();
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:start").toD("smp:${header.device}?operation=echo" + options);
            }
        });
        context.start();
        try (ProducerTemplate template = context.createProducerTemplate()) {
            for (String address : addresses) {
                assertThat(template.requestBodyAndHeader("direct:start", "hello", "device", address))
                        .isEqualTo("hello");
            }
        }
        return context;
    }

    @Test
    void threadsSocketsAndHeapAreAsBeforeAfterAStop() throws Exception {
        await().atMost(30, SECONDS).until(() -> threads().isEmpty());
        long sockets = sockets();
        long heap = heap();

        DefaultCamelContext context = askAll("");
        assertThat(sockets()).isGreaterThanOrEqualTo(sockets + ADDRESSES);
        context.stop();
        context = null;

        await().atMost(30, SECONDS).until(() -> threads().isEmpty());
        await().atMost(30, SECONDS).until(() -> sockets() == sockets);
        await().atMost(30, SECONDS).until(() -> heap() < heap + NOISE);
        System.out.printf(
                "%d addresses, then stop: threads +%d, sockets %+d, heap %+d bytes%n",
                ADDRESSES, threads().size(), sockets() - sockets, heap() - heap);
    }

    @Test
    void idleLinesCloseWhileTheContextRuns() throws Exception {
        long sockets = sockets();

        try (DefaultCamelContext context = askAll("&idleTimeout=100")) {
            await().atMost(30, SECONDS).until(() -> SmpConnections.of(context).size() == 0);
            await().atMost(30, SECONDS).until(() -> sockets() == sockets);
        }
    }

    /** Threads of contexts: their names all begin so, those of the loops too. */
    private static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("Camel ("))
                .collect(Collectors.toSet());
    }

    private static long sockets() {
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(ThousandAddressesTest::isSocket).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSocket(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
        } catch (IOException e) {
            // the one that lists the folder is gone by now
            return false;
        }
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
