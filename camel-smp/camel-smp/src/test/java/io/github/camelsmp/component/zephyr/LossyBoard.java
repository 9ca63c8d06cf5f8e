package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import java.util.Map;
import java.util.Optional;

/** An emulated board with real MCUboot behind a bad line, upgraded again and again over one connection. */
final class LossyBoard implements AutoCloseable {

    private static final int MOST_REPETITIONS = 2;
    private static final String OPTIONS = "requestTimeout=400ms&connectTimeout=30s&swapTimeout=90s";

    private final ServerDescription description;
    private final int number;
    private final ZephyrServer server;
    private LossySerialLine line;
    private YamlRoutes route;
    private int powerCycles;

    LossyBoard(ServerDescription description, int number) throws Exception {
        this.description = description;
        this.number = number;
        server = ZephyrServer.start(description);
        connect();
    }

    private void connect() throws Exception {
        line = new LossySerialLine(server.tcpPort());
        route = YamlRoutes.to(server.uriThrough(line.port(), OPTIONS));
    }

    /** How often power had to go off and on, since the emulated UART heard nothing any more. */
    int powerCycles() {
        return powerCycles;
    }

    /**
     * Brings a new version onto the board in the weather of a seed; if that fails, without weather.
     *
     * @return how the one in the weather ended
     * @throws AssertionError if the board is not upgraded in the end, or an error has no type
     */
    String upgrade(int seed) throws Exception {
        byte[] firmware = McubootHeader.withVersion(description.signedImage(), 1, number, seed);
        line.spoil(seed);
        Optional<SmpException> failure = tryTo(seed, firmware);
        line.clear();
        failure.ifPresent(error -> System.out.println("seed " + seed + ": " + error.getMessage()));
        Optional<SmpException> last = failure;
        for (int again = 0; last.isPresent() && again < MOST_REPETITIONS; again++) {
            if (again > 0) {
                cyclePower();
            }
            last = tryTo(seed, firmware);
        }
        require(last.isEmpty(), seed, "upgrades fail with nothing in their way: " + last);
        Map<String, Object> active = BootedImage.active(route.maps("imageList"));
        require(active.get("version").equals("1." + number + "." + seed), seed, "runs " + active);
        require(Boolean.TRUE.equals(active.get("confirmed")), seed, "success was told of " + active);
        return failure.map(LossyBoard::end).orElse("upgraded");
    }

    /** In which stage it ended, and with what. */
    private static String end(SmpException failure) {
        String type = Optional.ofNullable(failure.getCause())
                .orElse(failure)
                .getClass()
                .getSimpleName();
        return failure instanceof SmpUpgradeException upgrade ? type + " in stage " + upgrade.stage() : type;
    }

    private Optional<SmpException> tryTo(int seed, byte[] firmware) {
        try {
            Object outcome =
                    route.ask(Map.class, "firmwareUpgrade", firmware, Map.of()).get("outcome");
            require(outcome.equals("upgraded") || outcome.equals("alreadyInstalled"), seed, "ended as " + outcome);
            return Optional.empty();
        } catch (SmpException typed) {
            return Optional.of(typed);
        } catch (Exception untyped) {
            throw new AssertionError("seed " + seed + ": an error without a type", untyped);
        }
    }

    private void cyclePower() throws Exception {
        powerCycles++;
        route.close();
        line.close();
        server.restorePower();
        connect();
    }

    private static void require(boolean condition, int seed, String complaint) {
        if (!condition) {
            throw new AssertionError("seed " + seed + ": " + complaint);
        }
    }

    @Override
    public void close() throws Exception {
        route.close();
        line.close();
        server.close();
    }
}
