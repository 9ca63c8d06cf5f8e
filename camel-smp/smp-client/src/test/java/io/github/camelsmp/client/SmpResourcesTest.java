package io.github.camelsmp.client;

import static io.github.camelsmp.client.SmpClientOptions.DEFAULT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup.Echo;
import io.github.camelsmp.protocol.transport.DatagramSecurity.PreSharedKey;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
class SmpResourcesTest {
    private final SmpResources resources = SmpResources.create();

    @AfterEach
    void closeResources() {
        resources.close();
    }

    private SmpConnection connection(String address) {
        return resources.connection(SmpAddress.parse(address), SmpClientOptions.DEFAULT);
    }

    @Test
    void transportsOnTheClassPathAreFound() {
        assertThat(resources.schemes()).contains("serial", "sim", "tcp", "udp");
        assertThat(resources.provider("udp").scheme()).isEqualTo("udp");
    }

    @Test
    void aTransportThatIsMissingNamesTheArtifactToAdd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resources.provider("ble"))
                .withMessage("the transport 'ble' is not on the class path: add io.github.camelsmp:smp-ble");
    }

    @Test
    void aTransportNobodyKnowsNamesThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> resources.provider("usb"))
                .withMessage("there is no transport 'usb', known are serial, sim, tcp, udp");
    }

    @Test
    void aBadAddressIsRefusedBeforeAnythingIsOpened() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> connection("udp:host:99999"))
                .withMessageContaining("99999");
    }

    @Test
    void addressesOfOneDeviceBecomeOne() {
        assertThat(resources.normalise(SmpAddress.parse("udp:GW.local")))
                .isEqualTo(resources.normalise(SmpAddress.parse("udp:gw.local:1337")));
    }

    @Test
    void closingClosesEveryConnection() {
        SmpConnection connection = connection("udp:192.0.2.7");
        var waiting = connection.connect();

        resources.close();

        assertThatThrownBy(waiting::join).cause().isInstanceOf(SmpTransportException.class);
        assertThatThrownBy(connection.send(new Echo("late"))::join)
                .cause()
                .isInstanceOf(SmpTransportException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void closingOnOneOfTheLoopsDoesNotWaitForItself() {
        SmpConnection connection = connection("udp:192.0.2.7");

        var closed = new CompletableFuture<Void>();
        connection.loop().execute(() -> {
            resources.close();
            closed.complete(null);
        });

        closed.join();
    }

    @Test
    void withoutJSerialCommASerialAddressNamesTheArtifactToAdd() throws Exception {
        assertThat(inJvmWithout("jSerialComm", "serial:/dev/ttyACM0"))
                .isEqualTo("serial ports need jSerialComm: add com.fazecast:jSerialComm to the class path");
    }

    @Test
    void withoutScandiumDtlsNamesTheArtifactToAdd() throws Exception {
        assertThat(inJvmWithout("scandium", "udp:192.0.2.7", "dtls"))
                .isEqualTo("DTLS needs Californium Scandium: add org.eclipse.californium:scandium to the class path");
    }

    @Test
    void withoutScandiumBareDatagramsWork() throws Exception {
        assertThat(inJvmWithout("scandium", "udp:192.0.2.7")).isEqualTo("udp:192.0.2.7:1337");
    }

    @Test
    void withoutTheSimulatorASimulatedAddressNamesTheArtifactToAdd() throws Exception {
        assertThat(inJvmWithout("smp-simulator", "sim:board-1"))
                .isEqualTo("the transport 'sim' is not on the class path: add io.github.camelsmp:smp-simulator");
    }

    @Test
    void withoutJSerialCommTheOtherTransportsWork() throws Exception {
        assertThat(inJvmWithout("jSerialComm", "udp:192.0.2.7")).isEqualTo("udp:192.0.2.7:1337");
    }

    private static String inJvmWithout(String artifact, String... arguments) throws Exception {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.contains(artifact))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                Normalise.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        process.waitFor();
        return said;
    }

    /** Says what becomes of an address, or why nothing does. */
    static final class Normalise {
        private Normalise() {}

        private static SmpClientOptions dtls() {
            return DEFAULT.withTransport(DEFAULT.transport().withSecurity(new PreSharedKey("gateway", new byte[] {1})));
        }

        public static void main(String[] arguments) {
            try (SmpResources resources = SmpResources.create()) {
                System.out.println(resources
                        .connection(SmpAddress.parse(arguments[0]), arguments.length > 1 ? dtls() : DEFAULT)
                        .address());
            } catch (IllegalArgumentException e) {
                System.out.println(e.getMessage());
            }
        }
    }
}
