package io.github.camelsmp.simulator.group;

import static io.github.camelsmp.simulator.line.TestClient.READ;
import static io.github.camelsmp.simulator.line.TestClient.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.FirmwareImage.HashKind;
import io.github.camelsmp.simulator.SimulatedDevice;
import io.github.camelsmp.simulator.SimulatedDeviceBuilder;
import io.github.camelsmp.simulator.boot.BootloaderMode;
import io.github.camelsmp.simulator.flash.FlashFault.Operation;
import io.github.camelsmp.simulator.line.TestClient;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImageStateTest {

    private static final FirmwareImage OLD = FirmwareImage.ofSize("1.0.0", 9000);
    private static final FirmwareImage NEW = FirmwareImage.ofSize("2.0.0", 13000);

    private final ManualTime time = new ManualTime();
    private SimulatedDevice device;
    private TestClient client;

    private void start(UnaryOperator<SimulatedDeviceBuilder> with) {
        device = with.apply(SimulatedDevice.builder("state").time(time).running(OLD))
                .build();
        client = new TestClient(device);
    }

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void listsNothingForAnEmptySlot() {
        start(it -> it);

        assertThat(list()).containsExactly("1.0.0 in 0: bootable confirmed active");
    }

    @Test
    void listsADamagedImageThatTheBootloaderWillNotStart() {
        start(it -> it.secondary(NEW.damaged()));

        assertThat(list()).containsExactly("1.0.0 in 0: bootable confirmed active", "2.0.0 in 1: bootable");
        assertThat(device.slot(0, 1).sound()).isFalse();
    }

    @Test
    void runsATestedImageOnceUnlessItIsConfirmed() {
        start(it -> it.secondary(NEW));

        assertThat(set(NEW.hash(), false))
                .containsExactly("1.0.0 in 0: bootable confirmed active", "2.0.0 in 1: bootable pending");
        device.reset();
        assertThat(device.runningVersion()).hasValue("2.0.0");
        assertThat(list()).containsExactly("2.0.0 in 0: bootable active", "1.0.0 in 1: bootable confirmed");
        device.reset();
        assertThat(device.runningVersion()).hasValue("1.0.0");
        assertThat(list()).containsExactly("1.0.0 in 0: bootable confirmed active", "2.0.0 in 1: bootable");
    }

    @Test
    void keepsATestedImageThatIsConfirmed() {
        start(it -> it.secondary(NEW));
        set(NEW.hash(), false);
        device.reset();

        assertThat(confirmRunning()).containsExactly("2.0.0 in 0: bootable confirmed active", "1.0.0 in 1: bootable");
        device.reset();
        assertThat(device.runningVersion()).hasValue("2.0.0");
    }

    @Test
    void installsAConfirmedImageForGood() {
        start(it -> it.secondary(NEW));

        assertThat(set(NEW.hash(), true))
                .containsExactly("1.0.0 in 0: bootable confirmed active", "2.0.0 in 1: bootable pending permanent");
        device.reset();
        assertThat(list()).containsExactly("2.0.0 in 0: bootable confirmed active", "1.0.0 in 1: bootable");
        device.reset();
        assertThat(device.runningVersion()).hasValue("2.0.0");
    }

    @Test
    void refusesStatesThatMakeNoSense() {
        start(it -> it.secondary(NEW));

        assertThat(error(Map.of("hash", NEW.hash(), "confirm", false, "unknown", 1)))
                .isZero();
        assertThat(error(Map.of())).isEqualTo(24);
        assertThat(error(Map.of("hash", new byte[31]))).isEqualTo(24);
        assertThat(error(Map.of("hash", new byte[32]))).isEqualTo(8);
        assertThat(error(Map.of("hash", OLD.hash()))).isEqualTo(33);
        assertThat(error(Map.of("hash", NEW.hash()))).as("testing again").isZero();
        assertThat(error(Map.of("hash", NEW.hash(), "confirm", true))).isEqualTo(28);
        assertThat(error(Map.of("hash", "text"))).as("wrong type").isEqualTo(3);
    }

    @Test
    void refusesToTestWhatIsPermanentlyPending() {
        start(it -> it.secondary(NEW));
        set(NEW.hash(), true);

        assertThat(error(Map.of("hash", NEW.hash()))).isEqualTo(28);
        assertThat(error(Map.of("hash", NEW.hash(), "confirm", true))).isZero();
        assertThat(error(Map.of("confirm", true))).isEqualTo(28);
    }

    @Test
    void refusesToConfirmWhatDoesNotRunIfBuiltSo() {
        start(it -> it.secondary(NEW).imageGroup(ImageOptions.DEFAULT.without(ImageFeature.CONFIRM_INACTIVE)));

        assertThat(error(Map.of("hash", NEW.hash(), "confirm", true))).isEqualTo(32);
    }

    @Test
    void throwsADamagedImageAwayAtTheNextBoot() {
        start(it -> it.secondary(NEW.damaged()));
        set(NEW.hash(), false);

        device.reset();

        assertThat(list()).containsExactly("1.0.0 in 0: bootable confirmed active");
    }

    @Test
    void throwsADowngradeAwayIfTheBootloaderPreventsIt() {
        start(it -> it.preventDowngrade(true).secondary(FirmwareImage.ofSize("0.9.0", 9000)));
        set(FirmwareImage.ofSize("0.9.0", 9000).hash(), false);

        device.reset();

        assertThat(device.runningVersion()).hasValue("1.0.0");
        assertThat(device.slot(0, 1).version()).isEmpty();
    }

    @Test
    void erasesOnlyWhatIsNotInUse() {
        start(it -> it.secondary(NEW));

        assertThat(erase(Map.of("slot", 0))).isEqualTo(9);
        assertThat(erase(Map.of("slot", 2))).isEqualTo(10);
        set(NEW.hash(), false);
        device.reset();
        assertThat(erase(Map.of())).as("the image to go back to").isEqualTo(9);
        confirmRunning();
        assertThat(erase(Map.of())).isZero();
        assertThat(device.slot(0, 1).version()).isEmpty();
    }

    @Test
    void erasesWhatIsPendingUnlessOld() {
        start(it -> it.secondary(NEW));
        set(NEW.hash(), true);
        assertThat(erase(Map.of())).isZero();
        device.close();

        start(it -> it.secondary(NEW).imageGroup(ImageOptions.DEFAULT.with(ImageFeature.KEEP_PENDING)));
        set(NEW.hash(), true);
        assertThat(erase(Map.of())).isEqualTo(9);
    }

    @Test
    void leavesTheOldImageInBothSlotsWhenItGoesBackUsingOffset() {
        start(it -> it.bootloader(BootloaderMode.SWAP_USING_OFFSET).secondary(NEW));
        set(NEW.hash(), false);
        device.reset();
        device.reset();

        assertThat(list()).containsExactly("1.0.0 in 0: bootable confirmed active", "1.0.0 in 1: bootable");
    }

    @Test
    void overwritesForGoodIfBuiltSo() {
        start(it -> it.bootloader(BootloaderMode.OVERWRITE_ONLY).secondary(NEW));
        set(NEW.hash(), false);

        device.reset();

        assertThat(list()).containsExactly("2.0.0 in 0: bootable confirmed active");
    }

    @Test
    void knowsLongerHashes() {
        FirmwareImage running =
                FirmwareImage.builder("1.0.0").hash(HashKind.SHA512).build();
        FirmwareImage next =
                FirmwareImage.builder("2.0.0").hash(HashKind.SHA512).build();
        start(it -> it.running(running).secondary(next));

        assertThat(error(Map.of("hash", new byte[32]))).isEqualTo(24);
        set(next.hash(), false);
        device.reset();

        assertThat(device.runningVersion()).hasValue("2.0.0");
    }

    @Test
    void bootsAPaddedImageWithoutBeingTold() {
        start(it -> it);
        device.program(0, 1, NEW.padded(0x76000, true));

        assertThat(list())
                .containsExactly("1.0.0 in 0: bootable confirmed active", "2.0.0 in 1: bootable pending permanent");
        device.reset();

        assertThat(list()).startsWith("2.0.0 in 0: bootable confirmed active");
    }

    @Test
    void reportsThatTheFlashFailed() {
        start(it -> it.secondary(NEW));

        device.failFlash(Operation.READ, 1);
        assertThat(code(client.ask(READ, 1, 0, Map.of()))).isEqualTo(11);
        device.failFlash(Operation.WRITE, 1);
        assertThat(error(Map.of("hash", NEW.hash()))).isEqualTo(12);
        device.failFlash(Operation.ERASE, 1);
        assertThat(erase(Map.of())).isEqualTo(13);
        assertThat(device.slot(0, 1).sound()).isTrue();
    }

    @Test
    void changesAllImagesInOneBoot() {
        FirmwareImage net = FirmwareImage.ofSize("3.0.0", 5000);
        FirmwareImage newNet = FirmwareImage.ofSize("4.0.0", 5000);
        start(it -> it.images(2).secondary(NEW).running(1, net).secondary(1, newNet));
        set(newNet.hash(), false);
        set(NEW.hash(), false);

        device.reset();

        assertThat(list())
                .containsExactly(
                        "image 0 2.0.0 in 0: bootable active",
                        "image 0 1.0.0 in 1: bootable confirmed",
                        "image 1 4.0.0 in 0: bootable active",
                        "image 1 3.0.0 in 1: bootable confirmed");
    }

    private List<String> set(byte[] hash, boolean confirm) {
        return describe(client.ask(WRITE, 1, 0, Map.of("hash", hash, "confirm", confirm)));
    }

    private List<String> confirmRunning() {
        return describe(client.ask(WRITE, 1, 0, Map.of("confirm", true)));
    }

    private List<String> list() {
        return describe(client.ask(READ, 1, 0, Map.of()));
    }

    private long error(Map<String, ?> state) {
        return code(client.ask(WRITE, 1, 0, state));
    }

    private long erase(Map<String, ?> keys) {
        return code(client.ask(WRITE, 1, 5, keys));
    }

    private static long code(CborMap answer) {
        return answer.optionalMap("err")
                .map(error -> error.number("rc"))
                .orElse(answer.optionalNumber("rc").orElse(0));
    }

    private static List<String> describe(CborMap answer) {
        return answer.maps("images").stream().map(ImageStateTest::describeOne).toList();
    }

    private static String describeOne(CborMap entry) {
        String flags = Stream.of("bootable", "pending", "confirmed", "active", "permanent")
                .filter(entry::flag)
                .reduce("", (all, flag) -> all + " " + flag);
        String image = entry.has("image") ? "image " + entry.number("image") + " " : "";
        return image + entry.text("version") + " in " + entry.number("slot") + ":" + flags;
    }
}
