package io.github.camelsmp.client.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.ProgressListener;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.group.LogGroup;
import io.github.camelsmp.protocol.group.SuitGroup.MissingImagePollResponse;
import io.github.camelsmp.protocol.group.TransportGroup.Connect;
import io.github.camelsmp.protocol.group.TransportGroup.Disconnect;
import io.github.camelsmp.protocol.group.TransportGroup.ModeParameter;
import io.github.camelsmp.protocol.group.TransportGroup.TransportEntry;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.group.MynewtLog;
import io.github.camelsmp.simulator.group.SuitCommands;
import io.github.camelsmp.simulator.group.TransportCommands;
import io.github.camelsmp.simulator.group.VendorGroups;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** The calls of groups that only some vendors have. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
class VendorCallsTest {

    private static final ProgressListener NOBODY = (offset, length) -> {};

    private final byte[] content = new byte[9000];
    private final List<byte[]> received = new CopyOnWriteArrayList<>();
    private final SuitCommands suit = new SuitCommands("radio");
    private final SimulatedDevice device = SimulatedDevice.builder("vendors")
            .group(VendorGroups.intercreate(received::add))
            .group(VendorGroups.memfault("SN-1", "rev2", "main", "1.0.0", "key"))
            .group(suit.group())
            .group(TransportCommands.create())
            .group(new MynewtLog("reboot").log("powered on", 5, 1).group())
            .build();
    private final SmpClient client = SmpClient.of(device.address());

    VendorCallsTest() {
        new Random(9).nextBytes(content);
    }

    @AfterEach
    void close() {
        client.close();
        device.close();
    }

    @Test
    void uploadsWithIntercreatesCommand() {
        assertThat(client.intercreate()
                        .upload(FirmwareImage.uninspected(0, content), NOBODY)
                        .join()
                        .sent())
                .isEqualTo(content.length);

        assertThat(received).singleElement().isEqualTo(content);
    }

    @Test
    void failsWhereIntercreatesCommandRefusesTheImage() {
        assertThatThrownBy(() -> client.intercreate()
                        .upload(FirmwareImage.uninspected(1, content), NOBODY)
                        .join())
                .hasCauseInstanceOf(SmpErrorException.class);
    }

    @Test
    void installsAnEnvelopeAndWhatItMisses() {
        client.suit().uploadCache(ByteBuffer.wrap(content), 2, NOBODY).join();
        client.suit().uploadEnvelope(ByteBuffer.wrap(content), true, NOBODY).join();
        client.suit().beginInstall().join();
        MissingImagePollResponse missing = client.suit().missingImage().join();
        client.suit()
                .uploadMissingImage(
                        ByteBuffer.wrap(content), missing.sessionId().orElseThrow(), NOBODY)
                .join();

        assertThat(suit.received()).containsKeys("envelope", "radio").allSatisfy((name, file) -> assertThat(file)
                .isEqualTo(content));
        assertThat(client.suit().missingImage().join().sessionId()).isEmpty();
        client.suit().cleanUp().join();
    }

    @Test
    void readsManifests() {
        int role = client.suit().roles().join().get(0);

        assertThat(client.suit().manifest(role).join().raw().asMap()).isNotEmpty();
    }

    @Test
    void readsWhatMemfaultWants() {
        assertThat(client.memfault().deviceInfo().join().deviceSerial()).isEqualTo("SN-1");
        assertThat(client.memfault().projectKey().join()).isEqualTo("key");
    }

    @Test
    void bridgesToAnotherTransport() {
        int bluetooth = client.transports().list().join().stream()
                .filter(transport -> transport.name().equals(Optional.of("bt")))
                .mapToInt(TransportEntry::id)
                .findFirst()
                .orElseThrow();
        int mode = client.transports().modes(bluetooth).join().get(0).id();
        assertThat(client.transports().modeParameters(bluetooth, mode).join())
                .extracting(ModeParameter::name)
                .contains("address");

        client.transports()
                .connect(Connect.bluetooth(mode, "AA:BB:CC:DD:EE:FF", true, false))
                .join();
        assertThat(client.transports().status(bluetooth).join().bridged()).isTrue();
        client.transports().disconnect(Disconnect.everything()).join();

        assertThat(client.transports().status(bluetooth).join().bridged()).isFalse();
    }

    @Test
    void readsTheLogsOfMynewt() {
        assertThat(client.logs().names().join()).containsExactly("reboot");
        assertThat(client.logs().show(LogGroup.Show.all()).join().logs().get(0).entries())
                .hasSize(1);
        client.logs().clear().join();

        assertThat(client.logs().show(LogGroup.Show.all()).join().logs())
                .allSatisfy(log -> assertThat(log.entries()).isEmpty());
    }
}
