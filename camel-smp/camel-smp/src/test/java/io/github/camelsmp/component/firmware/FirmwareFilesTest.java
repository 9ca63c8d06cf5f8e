package io.github.camelsmp.component.firmware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.component.zephyr.YamlRoutes;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import io.github.camelsmp.simulator.DfuPackageFile;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.HexFile;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.group.ImageFeature;
import io.github.camelsmp.simulator.group.ImageOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every kind of firmware file, through routes a user would write. */
@Timeout(120)
class FirmwareFilesTest {

    private static final int SLOT = 0x10000;
    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 20_000);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 30_000);
    private static final FirmwareImage OLD_NETWORK = FirmwareImage.ofSize("5.0.0", 10_000);
    private static final FirmwareImage NEW_NETWORK = FirmwareImage.ofSize("6.0.0", 12_000);

    private SimulatedDevice device;
    private YamlRoutes routes;

    @AfterEach
    void close() {
        routes.close();
        device.close();
    }

    private void start(SimulatedDeviceBuilder builder, String options) throws Exception {
        device = builder.build();
        routes = YamlRoutes.to("smp:" + device.listenUdp(0).address() + options);
    }

    private static SimulatedDeviceBuilder board() {
        return SimulatedDevice.builder("files").slotSize(SLOT).running(OLD);
    }

    private static SimulatedDeviceBuilder twoImages() {
        return board().images(2).running(1, OLD_NETWORK);
    }

    /** A board that runs images where they lie. */
    private static SimulatedDeviceBuilder inPlace() {
        return board().bootloader(BootloaderMode.DIRECT_XIP).running(variant("1.0.0", 0));
    }

    private static FirmwareImage variant(String version, int slot) {
        try (SimulatedDevice measured =
                SimulatedDevice.builder("measured").slotSize(SLOT).build()) {
            return FirmwareImage.builder(version)
                    .size(20_000)
                    .linkedFor(measured.slotAddress(0, slot))
                    .build();
        }
    }

    private static byte[] xipPackage(String version) {
        return new DfuPackageFile()
                .with("app.bin", variant(version, 0).bytes(), xip(0, version))
                .with("secondary.bin", variant(version, 1).bytes(), xip(1, version))
                .bytes();
    }

    private static String xip(int slot, String version) {
        return "\"image_index\": \"0\", \"slot\": \"" + slot + "\", \"version_MCUBOOT+XIP\": \"" + version + "\"";
    }

    private Map<?, ?> upgrade(byte[] file) throws Exception {
        return routes.ask(Map.class, "firmwareUpgrade", file, Map.of());
    }

    private Map<?, ?> upload(byte[] file, Map<String, Object> arguments) throws Exception {
        return routes.ask(Map.class, "imageUpload", file, arguments);
    }

    private static List<Object> ofEachImage(Map<?, ?> result, String key) {
        List<Object> values = new ArrayList<>();
        ((List<?>) result.get("images")).forEach(image -> values.add(((Map<?, ?>) image).get(key)));
        return values;
    }

    private String hashIn(int image, int slot) {
        return device.slot(image, slot).hash();
    }

    private static String hash(FirmwareImage image) {
        return HexFormat.of().formatHex(image.hash());
    }

    @Test
    void anImageIsTakenAsItIs() throws Exception {
        start(board(), "");

        assertThat(upgrade(NEW.bytes()).get("outcome")).isEqualTo("upgraded");

        assertThat(hashIn(0, 0)).isEqualTo(hash(NEW));
    }

    @Test
    void anIntelHexFileIsTakenByItsContent() throws Exception {
        start(board(), "");

        Map<?, ?> result = upgrade(new HexFile().with(0xc000, NEW.bytes()).bytes());

        assertThat(result.get("outcome")).isEqualTo("upgraded");
        assertThat(ofEachImage(result, "bytes")).isEqualTo(List.of(30_000L));
        assertThat(hashIn(0, 0)).isEqualTo(hash(NEW));
    }

    @Test
    void theImageIsFoundInAHexFileMergedWithItsBootloader() throws Exception {
        byte[] bootloader = new byte[0x8000];
        Arrays.fill(bootloader, (byte) 0x5a);
        byte[] settings = {1, 2, 3, 4};
        start(board(), "");

        byte[] merged = new HexFile()
                .with(0, bootloader)
                .with(0xc000, NEW.bytes())
                .with(0x7e000, settings)
                .bytes();

        assertThat(upload(merged, Map.of()).get("bytes")).isEqualTo(30_000L);
        assertThat(hashIn(0, 1)).isEqualTo(hash(NEW));
        assertThat(upgrade(merged).get("outcome")).isEqualTo("upgraded");
        assertThat(hashIn(0, 0)).isEqualTo(hash(NEW));
    }

    @Test
    void aHexFileWithTwoImagesIsRefusedByTheirAddresses() throws Exception {
        start(board(), "");
        byte[] two = new HexFile()
                .with(0xc000, NEW.bytes())
                .with(0x1c000, NEW_NETWORK.bytes())
                .bytes();

        assertThatThrownBy(() -> upgrade(two))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("0x0000c000, 0x0001c000");
        assertThat(device.flashBytesWritten()).isZero();
    }

    @Test
    void aPackageOfOneImageNeedsNoImageNumber() throws Exception {
        start(board(), "");

        assertThat(upgrade(new DfuPackageFile().with("app.bin", NEW.bytes(), "").bytes())
                        .get("outcome"))
                .isEqualTo("upgraded");

        assertThat(hashIn(0, 0)).isEqualTo(hash(NEW));
    }

    @Test
    void allImagesOfAPackageChangeWithOneReset() throws Exception {
        start(twoImages(), "");
        byte[] both = new DfuPackageFile()
                .with("net.bin", NEW_NETWORK.bytes(), "\"image_index\": 1, \"slot_index_primary\": 3")
                .with("app.bin", NEW.bytes(), "\"image_index\": \"0\", \"slot_index_primary\": \"1\"")
                .bytes();

        Map<?, ?> result = upgrade(both);

        assertThat(result.get("outcome")).isEqualTo("upgraded");
        assertThat(ofEachImage(result, "image")).isEqualTo(List.of(1, 0));
        assertThat(hashIn(0, 0)).isEqualTo(hash(NEW));
        assertThat(hashIn(1, 0)).isEqualTo(hash(NEW_NETWORK));
        assertThat(upgrade(both).get("outcome")).isEqualTo("alreadyInstalled");
    }

    @Test
    void oneImageOfAPackageCanBeTakenAlone() throws Exception {
        start(twoImages(), "?image=1");
        byte[] both = new DfuPackageFile()
                .with("net.bin", NEW_NETWORK.bytes(), "\"image_index\": \"1\"")
                .with("app.bin", NEW.bytes(), "\"image_index\": \"0\"")
                .bytes();

        assertThat(upgrade(both).get("outcome")).isEqualTo("upgraded");

        assertThat(hashIn(0, 0)).isEqualTo(hash(OLD));
        assertThat(hashIn(1, 0)).isEqualTo(hash(NEW_NETWORK));
    }

    @Test
    void anUploadOfAPackageFillsTheSlotsOfAllItsImages() throws Exception {
        start(twoImages(), "");
        byte[] both = new DfuPackageFile()
                .with("net.bin", NEW_NETWORK.bytes(), "\"image_index\": \"1\"")
                .with("app.bin", NEW.bytes(), "\"image_index\": \"0\"")
                .bytes();

        Map<?, ?> result = upload(both, Map.of());

        assertThat(result.get("bytes")).isEqualTo(42_000L);
        assertThat(result.get("match")).isEqualTo(true);
        assertThat(ofEachImage(result, "bytes")).isEqualTo(List.of(12_000L, 30_000L));
        assertThat(hashIn(0, 1)).isEqualTo(hash(NEW));
        assertThat(hashIn(1, 1)).isEqualTo(hash(NEW_NETWORK));
    }

    @Test
    void aServerThatCountsSlotsGetsTheImagesInTheirSlotsAllTheSame() throws Exception {
        start(twoImages().imageGroup(ImageOptions.DEFAULT.with(ImageFeature.DIRECT_UPLOAD)), "");
        byte[] both = new DfuPackageFile()
                .with("app.bin", NEW.bytes(), "\"image_index\": \"0\"")
                .with("net.bin", NEW_NETWORK.bytes(), "\"image_index\": \"1\"")
                .bytes();

        assertThat(upgrade(both).get("outcome")).isEqualTo("upgraded");

        assertThat(hashIn(0, 0)).isEqualTo(hash(NEW));
        assertThat(hashIn(1, 0)).isEqualTo(hash(NEW_NETWORK));
    }

    @Test
    void theVariantForTheSlotThatDoesNotRunIsTakenEachTime() throws Exception {
        start(inPlace(), "");

        assertThat(upgrade(xipPackage("2.0.0")).get("outcome")).isEqualTo("upgraded");
        assertThat(hashIn(0, 1)).isEqualTo(hash(variant("2.0.0", 1)));
        assertThat(upgrade(xipPackage("2.0.0")).get("outcome")).isEqualTo("alreadyInstalled");
        assertThat(upgrade(xipPackage("3.0.0")).get("outcome")).isEqualTo("upgraded");
        assertThat(hashIn(0, 0)).isEqualTo(hash(variant("3.0.0", 0)));
    }

    @Test
    void anUploadTakesTheVariantForTheFreeSlot() throws Exception {
        start(inPlace(), "");

        assertThat(upload(xipPackage("2.0.0"), Map.of()).get("bytes")).isEqualTo(20_000L);

        assertThat(hashIn(0, 1)).isEqualTo(hash(variant("2.0.0", 1)));
    }

    @Test
    void aFileThatMayBeForTheWrongSlotIsRefusedUntilSomebodySaysForWhich() throws Exception {
        start(inPlace(), "");
        byte[] secondary = variant("2.0.0", 1).bytes();

        assertThatThrownBy(() -> upgrade(secondary))
                .isInstanceOf(SmpUpgradeException.class)
                .hasMessageContaining("slot=1")
                .hasMessageContaining("DFU package");
        assertThatThrownBy(() -> routes.ask(Map.class, "firmwareUpgrade", secondary, Map.of("CamelSmpSlot", 0)))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("slot 0");
        assertThat(device.flashBytesWritten()).isZero();

        Map<?, ?> result = routes.ask(Map.class, "firmwareUpgrade", secondary, Map.of("CamelSmpSlot", 1));

        assertThat(result.get("outcome")).isEqualTo("upgraded");
    }

    @Test
    void aPaddedFileDecidesNothingByItself() throws Exception {
        start(board(), "?upgradeMode=uploadOnly");

        Map<?, ?> result = upgrade(NEW.padded(SLOT, true).bytes());

        assertThat(result.get("outcome")).isEqualTo("uploaded");
        assertThat(routes.maps("imageList").get(1)).containsEntry("pending", false);
    }

    @Test
    void aForeignContainerIsUploadedAsItIs() throws Exception {
        start(board(), "?inspect=false");
        byte[] container = NEW.damaged().bytes();

        assertThat(upload(container, Map.of()).get("match")).isEqualTo(true);
    }

    @Test
    void aForeignContainerIsRefusedOtherwise() throws Exception {
        start(board(), "");

        assertThatThrownBy(() -> upload("sbv3-container".getBytes(), Map.of()))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("inspect=false");
        assertThatThrownBy(() -> upload(new byte[] {(byte) 0xd8, 0x6b, 0}, Map.of()))
                .isInstanceOf(SmpImageException.class)
                .hasMessageContaining("SUIT");
        assertThat(device.flashBytesWritten()).isZero();
    }
}
