package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class FirmwareOperationsTest extends DeviceTestSupport {

    private static final int SLOT = 0x10000;
    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 20_000);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 40_000);

    @Override
    SimulatedDeviceBuilder configure(SimulatedDeviceBuilder builder) {
        return builder.slotSize(SLOT).running(OLD);
    }

    @Override
    protected RoutesBuilder createRouteBuilder() {
        return new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:upload").to(uri("operation=imageUpload"));
                from("direct:uninspected").to(uri("operation=imageUpload&inspect=false"));
                from("direct:upgrade").to(uri("operation=firmwareUpgrade"));
                from("direct:newer").to(uri("operation=firmwareUpgrade&allowDowngrade=false"));
                from("direct:test").to(uri("operation=firmwareUpgrade&upgradeMode=testOnly"));
                from("direct:plan").to(uri("operation=firmwareUpgrade&upgradeMode=plan"));
                from("direct:signed").to(uri("operation=firmwareUpgrade&trustedKey=classpath:trusted-key.pem"));
                from("direct:start").to(uri(""));
            }
        };
    }

    private Map<?, ?> bring(String route, Object file) throws Exception {
        return (Map<?, ?>)
                bodyOf(template.request(route, exchange -> exchange.getMessage().setBody(file)));
    }

    @Test
    void anUploadTellsWhatItCameTo() throws Exception {
        Map<?, ?> result = bring("direct:upload", NEW.bytes());

        assertThat(result.get("bytes")).isEqualTo(40_000L);
        assertThat(result.get("sent")).isEqualTo(40_000L);
        assertThat(result.get("retransmissions")).isEqualTo(0);
        assertThat(result.get("sha256")).isEqualTo(HexFormat.of().formatHex(NEW.fileSha256()));
        assertThat(result.get("match")).isEqualTo(true);
        assertThat((Double) result.get("seconds")).isPositive();
        assertThat((Long) result.get("bytesPerSecond")).isPositive();
        assertThat(device.slot(0, 1).version()).contains("2.0.0");
    }

    @Test
    void anUpgradeBringsTheDeviceToTheNewVersion(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("firmware.bin"), NEW.bytes());

        Map<?, ?> result = bring("direct:upgrade", file.toFile());

        assertThat(result.get("outcome")).isEqualTo("upgraded");
        assertThat(result.get("images"))
                .isEqualTo(List.of(Map.of(
                        "image",
                        0,
                        "from",
                        "1.0.0",
                        "to",
                        "2.0.0",
                        "hash",
                        HexFormat.of().formatHex(NEW.hash()),
                        "bytes",
                        40_000L,
                        "sent",
                        40_000L)));
        assertThat(result.get("sent")).isEqualTo(40_000L);
        assertThat(((Map<?, ?>) result.get("stages")).keySet().toArray())
                .containsSubsequence("query", "decide", "upload", "setState", "reset", "wait", "verify", "confirm");
        assertThat(device.runningVersion()).contains("2.0.0");
    }

    @Test
    void aSecondUpgradeSendsNothing() throws Exception {
        bring("direct:upgrade", new ByteArrayInputStream(NEW.bytes()));

        Map<?, ?> again = bring("direct:upgrade", NEW.bytes());

        assertThat(again.get("outcome")).isEqualTo("alreadyInstalled");
        assertThat(again.get("sent")).isEqualTo(0L);
    }

    @Test
    void aTestIsGoneAfterAReset() throws Exception {
        Map<?, ?> result = bring("direct:test", NEW.bytes());
        assertThat(result.get("outcome")).isEqualTo("testing");
        assertThat(device.runningVersion()).contains("2.0.0");

        device.reset();

        assertThat((List<?>) askFor(SmpOperation.imageList)).isNotEmpty();
        assertThat(device.runningVersion()).contains("1.0.0");
    }

    @Test
    void aPlanChangesNothingAndSaysWhatWouldBeDone() throws Exception {
        Map<?, ?> result = bring("direct:plan", NEW.bytes());

        assertThat(result.get("outcome")).isEqualTo("planned");
        assertThat((List<?>) result.get("reasons")).isNotEmpty();
        assertThat(device.slot(0, 1).version()).isEmpty();
    }

    @Test
    void whatIsNoImageIsRefusedBeforeAnythingIsSent() throws Exception {
        assertThatThrownBy(() -> bring("direct:upgrade", "not an image")).isInstanceOf(SmpImageException.class);
        assertThatThrownBy(() -> bring("direct:upload", NEW.damaged().bytes()))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("hash");

        assertThat(device.flashBytesWritten()).isEqualTo(0);
        assertThat(bring("direct:upload", NEW.bytes()).get("match")).isEqualTo(true);
    }

    @Test
    void anImageLargerThanItsSlotIsRefusedBeforeAnythingIsSent() throws Exception {
        byte[] large = FirmwareImage.ofSize("3.0.0", SLOT + 1).bytes();

        assertThatThrownBy(() -> bring("direct:upgrade", large))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining(Integer.toString(SLOT + 1));
        assertThatThrownBy(() -> bring("direct:upload", large))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining(Integer.toString(SLOT + 1));

        assertThat(device.flashBytesWritten()).isEqualTo(0);
        assertThat(bring("direct:upgrade", NEW.bytes()).get("outcome")).isEqualTo("upgraded");
    }

    @Test
    void withoutInspectionTheDeviceIsTheJudge() {
        assertThatThrownBy(() -> bring("direct:uninspected", new byte[1000]))
                .isInstanceOfSatisfying(SmpErrorException.class, error -> assertThat(error.codeName())
                        .isEqualTo("INVALID_IMAGE_HEADER_MAGIC"));
    }

    @Test
    void aDowngradeCanBeForbidden() {
        assertThatThrownBy(() -> bring(
                        "direct:newer", FirmwareImage.ofSize("0.9.0", 1000).bytes()))
                .isInstanceOfSatisfying(SmpUpgradeException.class, error -> assertThat(error.stage())
                        .isEqualTo("decide"))
                .hasMessageContaining("0.9.0");
    }

    @Test
    void anImageThatTheTrustedKeyDidNotSignIsRefused() {
        assertThatThrownBy(() -> bring("direct:signed", NEW.bytes()))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("signature");
    }
}
