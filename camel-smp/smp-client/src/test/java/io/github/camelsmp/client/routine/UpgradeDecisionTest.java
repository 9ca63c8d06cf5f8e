package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.routine.Sighting.Software;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is left to do, refused, or cleared away first, by what a device says of its slots. */
class UpgradeDecisionTest {
    private static final SmpAddress ADDRESS = new SmpAddress("test", "board");
    private static final byte[] OLD = SampleImage.file(1, 0, 0, 3000);
    private static final byte[] MIDDLE = SampleImage.file(1, 5, 0, 3000);
    private static final byte[] NEW = SampleImage.file(2, 0, 0, 3100);

    private final List<ImageState> slots = new ArrayList<>();
    private List<ImageSlots> rooms = List.of();
    private BootStrategy strategy = BootStrategy.SWAP;
    private boolean preventsDowngrade;
    private UpgradeOptions options = UpgradeOptions.DEFAULT;

    private void holds(int image, int slot, byte[] file, String... flags) {
        slots.add(Slots.holding(image, slot, file, flags));
    }

    private void runs(byte[] file) {
        holds(0, 0, file, "active", "confirmed");
    }

    private UpgradePlan plan(FirmwareImage... files) {
        DeviceState state = new DeviceState(strategy, preventsDowngrade, slots, rooms);
        return new UpgradeDecision(ADDRESS, state, options).plan(List.of(files));
    }

    private static FirmwareImage firmware(byte[] file) {
        return SampleImage.firmware(0, file);
    }

    private void assertRefused(byte[] file, String reason) {
        assertThatThrownBy(() -> plan(firmware(file)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(reason);
    }

    private void assertPlanned(byte[] file, ImagePlan.Standing standing, UpgradePlan.Clearing clearing) {
        UpgradePlan plan = plan(firmware(file));
        assertThat(plan.images()).extracting(ImagePlan::standing).containsExactly(standing);
        assertThat(plan.clearing()).isEqualTo(clearing);
    }

    @Test
    void anEmptyDeviceTakesAnything() {
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void whatRunsConfirmedIsUploadedOnceMoreWhereThatIsAskedFor() {
        runs(NEW);
        options = options.withSkipInstalled(false).withMode(UpgradeMode.UPLOAD_ONLY);

        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void whatRunsConfirmedCannotBeInstalledTwice() {
        runs(NEW);
        options = options.withSkipInstalled(false);

        assertRefused(NEW, "runs already and is confirmed; a copy of it in another slot cannot be told apart");
    }

    @Test
    void aDowngradeIsRefusedWhereItIsNotAllowed() {
        runs(MIDDLE);
        options = options.withAllowDowngrade(false);

        assertRefused(OLD, "version 1.0.0 is not newer than 1.5.0, which runs, and a downgrade is not allowed");
        assertRefused(SampleImage.file(1, 5, 0, 3001), "is not newer than 1.5.0");
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void aFileWithoutAHashCanOnlyBeUploaded() {
        runs(OLD);
        FirmwareImage unknown = FirmwareImage.uninspected(0, new byte[] {1, 2, 3});

        assertThatThrownBy(() -> plan(unknown))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the hash of the file is not known")
                .hasMessageContaining("upgradeMode=uploadOnly");
        options = options.withMode(UpgradeMode.UPLOAD_ONLY);
        assertThat(plan(unknown).images()).hasSize(1);
    }

    @Test
    void aTestNeedsABootloaderThatReverts() {
        runs(OLD);
        options = options.withMode(UpgradeMode.TEST_ONLY);

        strategy = BootStrategy.OVERWRITE;
        assertRefused(NEW, "its bootloader overwrites the old image");
        strategy = BootStrategy.DIRECT_XIP;
        assertRefused(NEW, "its bootloader starts the highest version and keeps to it");
        strategy = BootStrategy.RAM_LOAD;
        assertRefused(NEW, "its bootloader starts the highest version and keeps to it");
        strategy = BootStrategy.SINGLE_SLOT;
        assertRefused(NEW, "it has a single slot");
    }

    @Test
    void aBootloaderThatStartsTheHighestVersionNeverStartsALowerOne() {
        runs(MIDDLE);
        strategy = BootStrategy.RAM_LOAD;

        assertRefused(OLD, "the bootloader starts the highest version, so version 1.0.0 would never run beside 1.5.0");
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
        options = options.withMode(UpgradeMode.UPLOAD_ONLY);
        assertPlanned(OLD, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void aBootloaderThatThrowsLowerVersionsAwayGetsNone() {
        runs(MIDDLE);
        preventsDowngrade = true;

        assertRefused(OLD, "the bootloader throws away versions below 1.5.0");
        assertPlanned(SampleImage.file(1, 5, 0, 3001), ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
        options = options.withMode(UpgradeMode.UPLOAD_ONLY);
        assertPlanned(OLD, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void aDeviceOnWhichNothingRunsKnowsNoDowngrade() {
        preventsDowngrade = true;
        options = options.withAllowDowngrade(false);

        assertPlanned(OLD, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void whatIsPendingForGoodIsTooLateForATest() {
        runs(OLD);
        holds(0, 1, NEW, "pending", "permanent");
        options = options.withMode(UpgradeMode.TEST_ONLY);

        assertRefused(NEW, "stays once the device resets: it is too late for a mere test");
    }

    @Test
    void whatIsPendingForATestOnlyNeedsAReset() {
        runs(OLD);
        holds(0, 1, NEW, "pending");
        options = options.withMode(UpgradeMode.TEST_ONLY);

        assertPlanned(NEW, ImagePlan.Standing.PENDING, UpgradePlan.Clearing.NONE);
    }

    @Test
    void whatWaitsInItsSlotIsNotUploaded() {
        runs(OLD);
        holds(0, 1, NEW);

        assertPlanned(NEW, ImagePlan.Standing.STORED, UpgradePlan.Clearing.NONE);
    }

    @Test
    void whatARevertReturnsToNeedsAReset() {
        holds(0, 0, NEW, "active");
        holds(0, 1, OLD, "confirmed");

        assertPlanned(OLD, ImagePlan.Standing.PENDING, UpgradePlan.Clearing.NONE);
        preventsDowngrade = true;
        assertPlanned(OLD, ImagePlan.Standing.PENDING, UpgradePlan.Clearing.NONE);
        options = options.withMode(UpgradeMode.TEST_ONLY);
        assertRefused(OLD, "too late for a mere test");
    }

    @Test
    void whatRunsForATestIsLeftToBeConfirmed() {
        holds(0, 0, NEW, "active");
        holds(0, 1, OLD, "confirmed");

        assertPlanned(NEW, ImagePlan.Standing.RUNNING_UNCONFIRMED, UpgradePlan.Clearing.NONE);
    }

    @Test
    void whatSomebodyElseMadePendingIsResetAwayOrRefused() {
        runs(OLD);
        holds(0, 1, MIDDLE, "pending");

        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.RESET);
        options = options.withUnfinished(UpgradeOptions.Unfinished.CONFIRM);
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.RESET);
        options = options.withUnfinished(UpgradeOptions.Unfinished.REFUSE);
        assertRefused(NEW, "version 1.5.0 in slot 1 is about to be booted and keeps its slot until then; confirm");
        options = UpgradeOptions.DEFAULT.withMode(UpgradeMode.UPLOAD_ONLY);
        assertRefused(NEW, "an upload alone cannot change that");
    }

    @Test
    void whatSomebodyElseTestsIsResetAwayConfirmedOrRefused() {
        holds(0, 0, MIDDLE, "active");
        holds(0, 1, OLD, "confirmed");

        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.RESET);
        options = options.withUnfinished(UpgradeOptions.Unfinished.CONFIRM);
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.CONFIRM_RUNNING);
        options = options.withUnfinished(UpgradeOptions.Unfinished.REFUSE);
        assertRefused(NEW, "because the running 1.5.0 is not confirmed");
    }

    @Test
    void aConfirmedCopyBesideAConfirmedOneKeepsNoSlot() {
        runs(MIDDLE);
        holds(0, 1, OLD, "confirmed");

        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
    }

    @Test
    void aSingleSlotIsWrittenByALoaderWhateverElseIsSaid() {
        runs(OLD);
        options = options.withUnfinished(UpgradeOptions.Unfinished.REFUSE);

        strategy = BootStrategy.SINGLE_SLOT;
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.ENTER_LOADER);
        assertThat(plan(firmware(NEW)).reasons().toString()).contains("which only its bootloader's recovery writes");
        strategy = BootStrategy.FIRMWARE_LOADER;
        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.ENTER_LOADER);
        assertThat(plan(firmware(NEW)).reasons().toString()).contains("only the firmware loader of the device");
    }

    @Test
    void inRecoveryOnlyTheFirstSlotCounts() {
        strategy = BootStrategy.RECOVERY;
        holds(0, 0, OLD);
        holds(0, 1, NEW);

        assertPlanned(NEW, ImagePlan.Standing.ABSENT, UpgradePlan.Clearing.NONE);
        assertPlanned(OLD, ImagePlan.Standing.PENDING, UpgradePlan.Clearing.NONE);
    }

    @Test
    void aRecoveryThatDoesNotTellHowItCountsGetsNoSecondImage() {
        strategy = BootStrategy.RECOVERY;

        assertThatThrownBy(() -> plan(SampleImage.firmware(1, NEW)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("the bootloader does not tell how it counts images");
    }

    @Test
    void imagesThatStartTogetherAreNotTestedApart() {
        runs(OLD);
        holds(1, 0, MIDDLE, "active");
        holds(1, 1, OLD, "confirmed");

        UpgradePlan plan = plan(SampleImage.firmware(0, NEW), SampleImage.firmware(1, MIDDLE));

        assertThat(plan.images())
                .extracting(ImagePlan::standing)
                .containsExactly(ImagePlan.Standing.ABSENT, ImagePlan.Standing.RUNNING_UNCONFIRMED);
        assertThat(plan.clearing()).isEqualTo(UpgradePlan.Clearing.RESET);
        assertThat(plan.reasons().toString()).contains("runs for a test without the other images");
    }

    @Test
    void aSightingIsTheSameOnlyIfNothingChanged() {
        runs(OLD);
        holds(0, 1, NEW);
        Sighting before = new Sighting(Software.APPLICATION, List.copyOf(slots));

        assertThat(before.isSameAs(new Sighting(Software.APPLICATION, List.copyOf(slots))))
                .isTrue();
        assertThat(before.isSameAs(new Sighting(Software.RECOVERY, List.copyOf(slots))))
                .isFalse();
        assertThat(before.isSameAs(new Sighting(Software.APPLICATION, slots.subList(0, 1))))
                .isFalse();
        for (String flag : List.of("pending", "confirmed", "active", "permanent")) {
            assertThat(before.isSameAs(sightingWith(0, 1, NEW, flag))).as(flag).isFalse();
        }
        assertThat(before.isSameAs(sightingWith(0, 1, MIDDLE))).isFalse();
        assertThat(before.isSameAs(sightingWith(1, 1, NEW))).isFalse();
        assertThat(before.isSameAs(sightingWith(0, 2, NEW))).isFalse();
    }

    private Sighting sightingWith(int image, int slot, byte[] second, String... flags) {
        ImageState first = slots.get(0);
        slots.clear();
        slots.add(first);
        holds(image, slot, second, flags);
        return new Sighting(Software.APPLICATION, List.copyOf(slots));
    }

    @Test
    void aSightingShowsWhatRunsAndWhatIsInTheFirstSlot() {
        holds(0, 0, NEW, "active");
        holds(0, 1, OLD, "confirmed");
        Sighting sighting = new Sighting(Software.APPLICATION, slots);

        assertThat(sighting.shows(firmware(NEW))).isTrue();
        assertThat(sighting.shows(firmware(OLD))).isFalse();
        assertThat(new Sighting(Software.RECOVERY, slots).shows(firmware(NEW))).isFalse();
        assertThat(sighting.hasInFirstSlot(firmware(NEW))).isTrue();
        assertThat(sighting.hasInFirstSlot(firmware(OLD))).isFalse();
        assertThat(sighting.unconfirmed(firmware(NEW))).isPresent();
        assertThat(sighting.unconfirmed(firmware(OLD))).isEmpty();
        assertThat(sighting.tellsNoHashes()).isFalse();
        assertThat(new Sighting(Software.RECOVERY, List.of()).tellsNoHashes()).isTrue();
    }

    @Test
    void whatRunsConfirmedIsNotUnconfirmed() {
        runs(NEW);

        assertThat(new Sighting(Software.APPLICATION, slots).unconfirmed(firmware(NEW)))
                .isEmpty();
    }

    @Test
    void theNextBootIsToldInWords() {
        assertThat(NextBoot.describe(slots)).isEqualTo("nothing, no slot holds a valid image");
        holds(0, 0, OLD);
        assertThat(NextBoot.describe(slots)).isEqualTo("version 1.0.0 in slot 0");
        slots.clear();
        runs(OLD);
        assertThat(NextBoot.describe(slots)).isEqualTo("version 1.0.0 in slot 0, which runs now");
        holds(0, 1, NEW, "pending");
        assertThat(NextBoot.describe(slots)).isEqualTo("version 2.0.0 in slot 1 for a test");
        slots.remove(1);
        holds(0, 1, NEW, "pending", "permanent");
        assertThat(NextBoot.describe(slots)).isEqualTo("version 2.0.0 in slot 1 for good");
        holds(1, 0, MIDDLE, "active", "confirmed");
        assertThat(NextBoot.describe(slots))
                .isEqualTo(
                        "image 0: version 2.0.0 in slot 1 for good; image 1: version 1.5.0 in slot 0, which runs now");
    }

    @Test
    void aRevertIsToldWithItsReason() {
        holds(0, 0, NEW, "active", "pending");
        holds(0, 1, OLD);
        assertThat(NextBoot.describe(slots)).isEqualTo("version 2.0.0 in slot 0, which runs now");
        slots.remove(1);
        holds(0, 1, OLD, "confirmed");

        assertThat(NextBoot.describe(slots))
                .isEqualTo("version 1.0.0 in slot 1, because version 2.0.0 in slot 0 is not confirmed");
    }
}
