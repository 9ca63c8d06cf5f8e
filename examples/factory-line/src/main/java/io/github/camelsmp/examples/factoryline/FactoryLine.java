package io.github.camelsmp.examples.factoryline;

import io.github.camelsmp.examples.factoryline.screen.Gate;
import io.github.camelsmp.examples.factoryline.screen.Screen;
import io.github.camelsmp.examples.factoryline.screen.ScreenServer;
import io.github.camelsmp.examples.factoryline.station.SimulatedStation;
import io.github.camelsmp.examples.factoryline.station.StationReport;
import io.github.camelsmp.simulator.FirmwareImage;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/** Runs the routes of {@code routes/} at a station made of software, and serves the screen. */
public final class FactoryLine implements AutoCloseable {

    private static final String ORDER = "work-order.json";
    private static final int FIRMWARE_SIZE = 112 * 1024;

    private final FactoryOptions options;
    private final Main main = new Main();
    private final Screen screen = new Screen(System::currentTimeMillis);
    private final SimulatedStation station;
    private final Date began = new Date();

    private FactoryLine(FactoryOptions options) throws IOException {
        this.options = options;
        this.station = new SimulatedStation(
                options.home().resolve("ports"),
                options.sockets(),
                options.firstBoard(),
                options.boards(),
                options.tempo());
    }

    /** Takes no arguments; {@link FactoryOptions} lists the system properties. Runs until it is stopped. */
    public static void main(String[] arguments) throws Exception {
        FactoryOptions options = FactoryOptions.ofSystem();
        try (FactoryLine line = start(options)) {
            System.out.println("The screen: http://" + options.host() + ":" + line.port() + "/");
            if (options.shift().isPresent()) {
                TimeUnit.MILLISECONDS.sleep(options.shift().get().toMillis());
                line.station.end();
                System.out.println(line.report());
            } else {
                Runtime.getRuntime().addShutdownHook(new Thread(line::close));
                new CountDownLatch(1).await();
            }
        }
    }

    /** Starts everything; boards begin to come. */
    static FactoryLine start(FactoryOptions options) throws Exception {
        FactoryLine line = new FactoryLine(options);
        try {
            line.open();
            return line;
        } catch (Exception e) {
            line.close();
            throw e;
        }
    }

    private void open() throws Exception {
        requireFreePort();
        Path orders = Files.createDirectories(options.home().resolve("orders").toAbsolutePath());
        Files.write(
                orders.resolve("climate-sensor-1.4.0.bin"),
                FirmwareImage.ofSize("1.4.0", FIRMWARE_SIZE).bytes());
        try (InputStream order = Objects.requireNonNull(getClass().getResourceAsStream("/orders/" + ORDER), ORDER)) {
            Files.write(orders.resolve(ORDER), order.readAllBytes());
        }
        Gate gate = new Gate(options.token());
        main.bind("screen", screen);
        main.bind("gate", gate);
        properties(orders).forEach(main::addOverrideProperty);
        main.start();
        new ScreenServer(screen, gate, options.host()).mount(main.getCamelContext(), options.port());
        station.begin(new ScreenPanel(screen, main.getCamelTemplate()));
    }

    /** The HTTP server of Camel would go on without its port. */
    private void requireFreePort() throws IOException {
        InetAddress host = InetAddress.getByName(options.host());
        try (ServerSocket probe = new ServerSocket(options.port(), 1, host)) {
            probe.setReuseAddress(true);
        } catch (BindException e) {
            throw new IOException(
                    "factory.port " + options.port() + " cannot be had on " + host + ": " + e.getMessage()
                            + "; name another, -Dfactory.port=8090",
                    e);
        }
    }

    private Map<String, String> properties(Path orders) {
        Path home = options.home().toAbsolutePath();
        return Map.of(
                "factory.orders", orders.toString(),
                "factory.records", home.resolve("records").toString(),
                "factory.labels", home.resolve("labels").toString(),
                "factory.host", options.host(),
                "factory.port", String.valueOf(options.port()),
                "station.ports", station.ports().toString(),
                "station.names", "socket-.*",
                "station.hosts", station.hosts(),
                "station.look", String.valueOf(options.tempo().look().toMillis()),
                "station.ask", String.valueOf(2 * options.tempo().look().toMillis()));
    }

    /** Where the screen is served. */
    int port() {
        return VertxPlatformHttpRouter.lookup(
                        main.getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(options.port()))
                .getServer()
                .getPort();
    }

    Screen screen() {
        return screen;
    }

    /** Waits until the last board has left, and compares what people saw with what was recorded. */
    ShiftReport report() throws Exception {
        StationReport seen = station.report().get();
        Map<?, ?> recorded = main.getCamelTemplate()
                .requestBody("sql:classpath:sql/report.sql?dataSource=#records&outputType=SelectOne", began, Map.class);
        return ShiftReport.of(seen, recorded);
    }

    @Override
    public void close() {
        try {
            main.stop();
        } finally {
            station.close();
        }
    }
}
