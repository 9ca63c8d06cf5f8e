package io.github.camelsmp.examples.factoryline.screen;

import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.main.Main;

/** The screen on a server of its own, without a line behind it. */
final class ScreenFixture implements AutoCloseable {

    private final Main main = new Main();
    private final Screen screen = new Screen(System::currentTimeMillis);

    private ScreenFixture() {}

    static ScreenFixture start(String token) throws Exception {
        ScreenFixture fixture = new ScreenFixture();
        Gate gate = new Gate(token);
        fixture.main.addOverrideProperty("camel.main.routesIncludePattern", "classpath:routes/control.yaml");
        fixture.main.addOverrideProperty("factory.host", "127.0.0.1");
        fixture.main.addOverrideProperty("factory.port", "0");
        fixture.main.configure().addRoutesBuilder(fixture.records());
        fixture.main.bind("screen", fixture.screen);
        fixture.main.bind("gate", gate);
        fixture.main.start();
        new ScreenServer(fixture.screen, gate, "127.0.0.1").mount(fixture.main.getCamelContext(), 0);
        return fixture;
    }

    /** What stands for the records. */
    private RouteBuilder records() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:set-aside")
                        .process(aside -> screen.setAside(aside.getMessage().getBody(String.class)));
            }
        };
    }

    /** What a device prints is from now on the log of the board at an address. */
    void listen(String device, String address) throws Exception {
        main.getCamelContext().addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("smp:" + device + "?events=console")
                        .process(line -> screen.told(
                                address, "console", line.getMessage().getBody()));
            }
        });
    }

    Screen screen() {
        return screen;
    }

    String url() {
        int port = VertxPlatformHttpRouter.lookup(
                        main.getCamelContext(), VertxPlatformHttpRouter.getRouterNameFromPort(0))
                .getServer()
                .getPort();
        return "http://127.0.0.1:" + port + "/";
    }

    /** Boards in every state there is, in so many sockets, and the figures of a shift. */
    void fill(int sockets) {
        screen.order(
                Map.of("number", "WO-1147", "product", "Climate sensor CS-4", "version", "1.4.0", "quantity", 400));
        screen.totals(Map.of("passed", 231L, "failed", 9L, "unknown", 2L, "perHour", 1126L));
        long now = System.currentTimeMillis() / 1000 / 60 * 60;
        screen.minutes(java.util.stream.LongStream.range(0, 42)
                .mapToObj(minute -> Map.<String, Object>of(
                        "at",
                        now - (42 - minute) * 60,
                        "passed",
                        (minute * 7) % 11,
                        "failed",
                        minute % 9 == 0 ? 1L : 0L))
                .toList());
        for (int number = 1; number <= sockets; number++) {
            put(address(number), number);
        }
        screen.failures(List.of(
                failure(
                        9,
                        "Humidity sensor: FAIL 0 %rH, expected 30..70",
                        "Reseat the sensor cable and put the board in again."),
                failure(
                        3,
                        "upgrade stopped in stage upload: image upload was refused with FLASH_WRITE_FAILED",
                        "Rework. The board refused what it was asked; the reason says what.")));
    }

    static String address(int number) {
        return "serial:/dev/serial/by-path/socket-" + String.format("%03d", number);
    }

    private static Map<String, Object> failure(int number, String reason, String advice) {
        return Map.of(
                "address",
                address(number),
                "at",
                System.currentTimeMillis() / 1000 - 60L * number,
                "serialNumber",
                "CS4-1" + String.format("%03d", number),
                "reason",
                reason,
                "advice",
                advice);
    }

    private void put(String address, int number) {
        if (number % 12 == 0) {
            screen.arrived(address);
            screen.left(address);
            return;
        }
        screen.arrived(address);
        screen.step(address, "identify");
        if (number % 12 == 1) {
            return;
        }
        screen.identified(address, "30ae00000000" + String.format("%04d", number), "climate simulated_board");
        screen.numbered(address, "CS4-1" + String.format("%03d", number));
        screen.told(address, "console", "[00:00:00.012,000] <inf> climate: firmware 0.9.0 starts");
        screen.step(address, "program");
        screen.told(address, "stage", Map.of("stage", "upload"));
        screen.told(
                address,
                "progress",
                Map.of("offset", number * 9000L % 114_688, "length", 114_688L, "bytesPerSecond", 31_200L));
        switch (number % 12) {
            case 2, 3, 4, 5 -> screen.told(address, "console", "[00:00:01.500,000] <inf> mcumgr: chunk written");
            case 6 -> screen.told(address, "stage", Map.of("stage", "wait"));
            case 7 -> screen.step(address, "test");
            case 8 -> screen.known(address);
            case 9 ->
                screen.failed(
                        address,
                        "Humidity sensor: FAIL 0 %rH, expected 30..70",
                        "Reseat the sensor cable and put the board in again. If it fails again: rework.");
            default -> screen.passed(address);
        }
    }

    @Override
    public void close() {
        main.stop();
    }
}
