package io.github.camelsmp.simulator;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.transport.Transport;
import io.github.camelsmp.protocol.transport.TransportOptions;
import io.github.camelsmp.protocol.transport.TransportProvider;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.server.Verdict;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SimulatedDeviceTest {

    private final ManualTime time = new ManualTime();
    private final List<DeviceState> states = new ArrayList<>();
    private SimulatedDevice device;
    private TestClient client;

    private void start(UnaryOperator<SimulatedDeviceBuilder> with) {
        device = with.apply(SimulatedDevice.builder("board-1").time(time)).build();
        device.observe(states::add);
        client = new TestClient(device);
    }

    @AfterEach
    void close() {
        if (device != null) {
            device.close();
        }
    }

    @Test
    void answersUntilTheResetDelayIsOverAndIsSilentUntilItHasBooted() {
        start(it -> it.bootTime(Duration.ofSeconds(2)));
        client.ask(WRITE, 0, 5, Map.of());

        time.advance(Duration.ofMillis(249));
        assertThat(echo()).isTrue();
        time.advance(Duration.ofMillis(1));
        assertThat(echo()).isFalse();
        time.advance(Duration.ofMillis(1999));
        assertThat(echo()).isFalse();
        time.advance(Duration.ofMillis(1));
        assertThat(echo()).isTrue();
        assertThat(states).containsExactly(DeviceState.BOOTING, DeviceState.APPLICATION);
    }

    @Test
    void ignoresABootModeOfTheWrongType() {
        start(it -> it);

        assertThat(client.ask(WRITE, 0, 5, Map.of("boot_mode", "one", "force", 1))
                        .asMap())
                .isEmpty();
    }

    @Test
    void losesTheUploadInProgressAtAReset() {
        start(it -> it);
        byte[] image = FirmwareImage.ofSize("2.0.0", 3000).bytes();
        byte[] first = Arrays.copyOf(image, 1000);
        client.ask(WRITE, 1, 1, Map.of("off", 0, "len", 3000, "data", first));

        device.reset();

        assertThat(client.ask(WRITE, 1, 1, Map.of("off", 1000, "data", first)).number("off"))
                .isZero();
    }

    @Test
    void isDeadWhenNothingBoots() {
        start(it -> it);
        device.program(0, 0, FirmwareImage.ofSize("1.1.0", 3000).damaged());

        device.reset();

        assertThat(device.state()).isEqualTo(DeviceState.DEAD);
        assertThat(device.runningVersion()).isEmpty();
        assertThat(echo()).isFalse();
    }

    @Test
    void isSilentWithoutPower() {
        start(SimulatedDeviceBuilder::poweredOff);

        assertThat(echo()).isFalse();
        device.powerOn();
        assertThat(echo()).isTrue();
        device.powerOff();
        assertThat(echo()).isFalse();
    }

    @Test
    void dropsRequestsForWhichNoBufferIsFree() {
        start(it -> it.buffers(384, 4));
        device.intercept(request -> Verdict.work(Duration.ofMillis(10)));

        for (int i = 0; i < 5; i++) {
            client.send(WRITE, 0, 0, Map.of("d", "x"));
        }
        time.advance(Duration.ofMillis(100));

        assertThat(client.answerCount()).as("three of them, beside the answer").isEqualTo(3);
        assertThat(device.traffic().withoutBuffer()).isEqualTo(2);
    }

    @Test
    void answersOutOfMemoryWhenTheAnswerHasNoBuffer() {
        start(it -> it.buffers(384, 1));

        assertThat(client.ask(WRITE, 0, 0, Map.of("d", "x")).number("rc")).isEqualTo(2);
    }

    @Test
    void executesOneRequestAfterAnother() {
        start(it -> it);
        device.intercept(request -> Verdict.work(Duration.ofMillis(10)));

        client.send(WRITE, 0, 0, Map.of("d", "x"));
        client.send(WRITE, 0, 0, Map.of("d", "y"));

        time.advance(Duration.ofMillis(10));
        assertThat(client.answerCount()).isEqualTo(1);
        time.advance(Duration.ofMillis(10));
        assertThat(client.answerCount()).isEqualTo(2);
    }

    @Test
    void cannotAnswerAnEchoThatFillsTheBuffer() {
        start(it -> it.buffers(384, 4));

        assertThat(client.ask(WRITE, 0, 0, Map.of("d", "x".repeat(384 - 8 - 5 - 1)))
                        .number("rc"))
                .isEqualTo(7);
        assertThat(client.ask(WRITE, 0, 0, Map.of("d", "x".repeat(384 - 8 - 5 - 2)))
                        .text("r"))
                .hasSize(369);
    }

    @Test
    void answersSeveralRequestsOfOnePacketUntilOneFails() {
        start(it -> it);

        client.sendHex("0a00000900000000a161646548656c6c6f 0a00000900000100a161646548656c6c6f "
                + "0a00000100400201a0 0a00000900000300a161646548656c6c6f");

        assertThat(client.answerCount()).isEqualTo(3);
    }

    @Test
    void dropsWhatIsShorterThanAHeader() {
        start(it -> it);

        client.sendHex("0a000009000000");

        assertThat(client.hasAnswer()).isFalse();
    }

    @Test
    void answersAsOldServersDo() {
        start(SimulatedDeviceBuilder::oldServer);

        assertThat(client.ask(READ, 0, 6, Map.of()).number("rc")).isEqualTo(8);
        assertThat(client.ask(WRITE, 0, 0, Map.of("d", "x")).asMap()).isEqualTo(Map.of("r", "x", "rc", 0L));
        client.send(WRITE, 1, 0, Map.of());
        byte[] refusal = client.answer();
        assertThat(refusal[0]).as("version bits").isEqualTo((byte) 3);
        assertThat(TestClient.payload(refusal).asMap()).isEqualTo(Map.of("rc", 3L));
    }

    @Test
    void refusesVersionOneIfBuiltWithoutIt() {
        start(it -> it.server(ServerTraits.DEFAULT.withoutOriginal()));

        assertThat(client.version1().ask(READ, 0, 6, Map.of()).number("rc")).isEqualTo(12);
    }

    @Test
    void explainsErrorsInVersionOneIfVerbose() {
        start(it -> it.server(ServerTraits.DEFAULT.withVerboseErrors()));

        assertThat(client.version1().ask(WRITE, 1, 1, Map.of("off", 0)).asMap())
                .isEqualTo(Map.of("rc", 3L, "rsn", "header malformed"));
    }

    @Test
    void answersWithDefiniteLengthsIfCanonical() {
        start(it -> it.server(ServerTraits.DEFAULT.withDefiniteLengths()));

        client.sendHex("0a00000900000000a161646548656c6c6f");

        assertThat(client.answerHex()).isEqualTo("0b00000900000000a1617265 48656c6c6f".replace(" ", ""));
    }

    @Test
    void servesGroupsOfItsUser() {
        CommandGroup valve = CommandGroup.of(64, "valve")
                .write(1, request -> Answer.with("off", request.bytes("data").orElseThrow().length))
                .read(1, request -> {
                    throw Refusal.group(64, 7);
                })
                .read(2, request -> {
                    throw new IllegalStateException("a bug of the user");
                });
        start(it -> it.group(valve));

        client.sendHex("0a00000e00401201a2636f6666006464617461420102");
        assertThat(TestClient.payload(client.answer()).number("off")).isEqualTo(2);
        assertThat(client.ask(READ, 64, 1, Map.of())
                        .optionalMap("err")
                        .orElseThrow()
                        .asMap())
                .isEqualTo(Map.of("group", 64L, "rc", 7L));
        assertThat(client.ask(READ, 64, 2, Map.of()).number("rc")).isEqualTo(1);
        assertThat(client.version1().ask(READ, 64, 1, Map.of()).number("rc")).isEqualTo(1);
    }

    @Test
    void doesWithARequestWhatTheTestDecides() {
        start(it -> it.outage(Duration.ofSeconds(1)));

        device.intercept(request -> Verdict.loseAnswer());
        assertThat(echo()).isFalse();
        device.intercept(request -> Verdict.refuse(Refusal.rc(Refusal.EBUSY)));
        assertThat(client.ask(READ, 0, 6, Map.of()).number("rc")).isEqualTo(10);
        device.intercept(request -> Verdict.answerLate(Duration.ofSeconds(3)));
        assertThat(echo()).isFalse();
        device.intercept(request -> Verdict.execute());
        assertThat(echo()).isTrue();
        time.advance(Duration.ofSeconds(3));
        assertThat(client.answerCount()).isEqualTo(1);
        device.intercept(request -> Verdict.cutPower());
        client.answer();
        assertThat(echo()).isFalse();
        assertThat(device.state()).isEqualTo(DeviceState.OFF);
        time.advance(Duration.ofSeconds(1));
        assertThat(device.state()).isEqualTo(DeviceState.APPLICATION);
    }

    @Test
    void isFoundByItsNameThroughTheServiceLoader() {
        start(it -> it);
        ScheduledExecutorService loop = Executors.newSingleThreadScheduledExecutor();

        try (Transport transport = provider().create("board-2", TransportOptions.DEFAULT, loop)) {
            assertThatThrownBy(
                            () -> transport.open(client).toCompletableFuture().join())
                    .hasMessageContaining("sim:board-2: no simulated device of this name")
                    .hasMessageContaining("there are: board-1");
        } finally {
            loop.shutdown();
        }
    }

    @Test
    void saysThatANameIsMissing() {
        assertThatThrownBy(() -> provider().normalise(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name");
    }

    @Test
    void hasANameOfItsOwn() {
        start(it -> it);

        assertThatThrownBy(() -> SimulatedDevice.builder("board-1").build())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'board-1' is open already");
    }

    @Test
    void hangsUpWhenItIsClosed() {
        start(it -> it);

        device.close();

        assertThat(client.closedFor()).hasMessageContaining("sim:board-1").hasMessageContaining("closed");
    }

    private static TransportProvider provider() {
        return ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(candidate -> candidate.scheme().equals("sim"))
                .findFirst()
                .orElseThrow();
    }

    private boolean echo() {
        client.send(WRITE, 0, 0, Map.of("d", "x"));
        if (!client.hasAnswer()) {
            return false;
        }
        assertThat(TestClient.payload(client.answer()).text("r")).isEqualTo("x");
        return true;
    }
}
