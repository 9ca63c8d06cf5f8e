package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.client.routine.Bank.Swap;
import io.github.camelsmp.client.routine.ScriptedChannel.Fate;
import io.github.camelsmp.client.routine.UpgradeResult.Outcome;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import io.github.camelsmp.protocol.group.ZephyrBasicGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

class FirmwareUpgradeTest {

    private final byte[] oldFile = SampleImage.file(1, 0, 0, 3000);
    private final byte[] newFile = SampleImage.file(2, 0, 0, 3100);
    private final VirtualLoop loop = new VirtualLoop();
    private Board board = new Board(loop, Bank.Kind.SWAP, oldFile);
    private final List<String> stages = new ArrayList<>();
    private UpgradeOptions options = UpgradeOptions.DEFAULT;

    private FirmwareUpgrade upgradeTo(byte[] file) {
        UpgradeListener listener = new UpgradeListener() {
            @Override
            public void stage(String name, boolean ended) {
                if (!ended) {
                    stages.add(name);
                }
            }
        };
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        return new FirmwareUpgrade(channel, List.of(SampleImage.firmware(0, file)), options, listener);
    }

    private UpgradeResult run(byte[] file) {
        CompletableFuture<UpgradeResult> result = upgradeTo(file).start();
        loop.advance(Duration.ofMinutes(10));
        return result.join();
    }

    private SmpUpgradeException failure(byte[] file) {
        CompletionException thrown = catchThrowableOfType(CompletionException.class, () -> run(file));
        assertThat(thrown).hasCauseInstanceOf(SmpUpgradeException.class);
        return (SmpUpgradeException) thrown.getCause();
    }

    private void assertRunsConfirmed(byte[] file) {
        assertThat(SampleImage.version(board.bank().running)).isEqualTo(SampleImage.version(file));
        assertThat(board.bank().running).isEqualTo(file);
        assertThat(board.bank().swap).isEqualTo(Swap.NONE);
    }

    @Test
    void testsAndConfirmsTheNewImage() {
        UpgradeResult result = run(newFile);

        assertRunsConfirmed(newFile);
        assertThat(result.outcome()).isEqualTo(Outcome.UPGRADED);
        assertThat(result.images()).singleElement().satisfies(image -> {
            assertThat(image.from()).isEqualTo("1.0.0");
            assertThat(image.to()).isEqualTo("2.0.0");
            assertThat(image.bytes()).isEqualTo(newFile.length);
            assertThat(image.sent()).isEqualTo(newFile.length);
        });
        assertThat(stages)
                .containsExactly(
                        "inspect", "query", "decide", "upload", "setState", "reset", "wait", "verify", "confirm");
        assertThat(result.stages()).containsOnlyKeys(stages);
        assertThat(board.resets).isEqualTo(1);
    }

    @Test
    void leavesAloneWhatIsInstalledAlready() {
        UpgradeResult result = run(oldFile);

        assertThat(result.outcome()).isEqualTo(Outcome.ALREADY_INSTALLED);
        assertThat(stages).containsExactly("inspect", "query", "decide");
        assertThat(board.writes).isZero();
    }

    @Test
    void refusesWhatIsInstalledAlreadyIfItIsNotToBeSkipped() {
        options = options.withSkipInstalled(false);

        assertThat(failure(oldFile).stage()).isEqualTo("decide");
    }

    @Test
    void onlyConfirmsWhatRunsUnconfirmed() {
        board.bank().running = newFile;
        board.bank().other.slot = oldFile;
        board.bank().swap = Swap.REVERT;

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(stages).containsExactly("inspect", "query", "decide", "confirm");
    }

    @Test
    void doesNotUploadWhatIsInTheOtherSlot() {
        board.bank().other.slot = newFile;

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(stages).doesNotContain("upload");
    }

    @Test
    void resetsADeviceWhereTheImageIsPending() {
        board.bank().other.slot = newFile;
        board.bank().swap = Swap.PERMANENT;

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(stages).doesNotContain("upload", "setState");
    }

    @Test
    void returnsToTheOldImageWhereARevertIsDueAnyway() {
        board.bank().running = newFile;
        board.bank().other.slot = oldFile;
        board.bank().swap = Swap.REVERT;

        assertThat(run(oldFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(oldFile);
        assertThat(stages).doesNotContain("upload", "setState", "confirm");
    }

    @Test
    void resetsAwayWhatSomebodyElseLeftPending() {
        board.bank().other.slot = SampleImage.file(1, 5, 0, 2500);
        board.bank().swap = Swap.TEST;

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(board.resets).isEqualTo(3);
    }

    @Test
    void confirmsWhatSomebodyElseTestsIfToldTo() {
        byte[] theirs = SampleImage.file(1, 5, 0, 2500);
        board.bank().running = theirs;
        board.bank().other.slot = oldFile;
        board.bank().swap = Swap.REVERT;
        options = options.withUnfinished(UpgradeOptions.Unfinished.CONFIRM);

        UpgradeResult result = run(newFile);

        assertThat(result.images().get(0).from()).isEqualTo("1.5.0");
        assertThat(board.bank().other.slot).isEqualTo(theirs);
        assertRunsConfirmed(newFile);
    }

    @Test
    void refusesADeviceThatSomebodyElseUpgradesIfToldTo() {
        board.bank().other.slot = SampleImage.file(1, 5, 0, 2500);
        board.bank().swap = Swap.TEST;
        options = options.withUnfinished(UpgradeOptions.Unfinished.REFUSE);

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure.stage()).isEqualTo("decide");
        assertThat(failure.bootsNext()).isEqualTo("version 1.5.0 in slot 1 for a test");
        assertThat(board.writes + board.resets).isZero();
    }

    @Test
    void leavesATestUnconfirmed() {
        options = options.withMode(UpgradeMode.TEST_ONLY);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.TESTING);

        assertThat(board.bank().running).isEqualTo(newFile);
        assertThat(board.bank().swap).isEqualTo(Swap.REVERT);
        assertThat(stages).doesNotContain("confirm");
    }

    @Test
    void confirmsBeforeTheFirstBoot() {
        options = options.withMode(UpgradeMode.CONFIRM_ONLY);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(stages).doesNotContain("confirm");
    }

    @Test
    void leavesAnUploadedImageWhereItIs() {
        options = options.withMode(UpgradeMode.UPLOAD_ONLY);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPLOADED);

        assertThat(board.bank().other.slot).isEqualTo(newFile);
        assertThat(board.bank().swap).isEqualTo(Swap.NONE);
        assertThat(board.resets).isZero();
    }

    @Test
    void saysThatAnUploadedImageIsPendingAlready() {
        board.bank().other.slot = newFile;
        board.bank().swap = Swap.TEST;
        options = options.withMode(UpgradeMode.UPLOAD_ONLY);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.PENDING);
        assertThat(board.resets).isZero();
    }

    @Test
    void plansWithoutChangingAnything() {
        options = options.withMode(UpgradeMode.PLAN);

        UpgradeResult result = run(newFile);

        assertThat(result.outcome()).isEqualTo(Outcome.PLANNED);
        assertThat(result.reasons()).containsExactly("version 2.0.0 is not on the device and is uploaded");
        assertThat(board.writes + board.resets).isZero();
    }

    @Test
    void plansWhatStandsInTheWayToo() {
        board.bank().other.slot = SampleImage.file(1, 5, 0, 2500);
        board.bank().swap = Swap.TEST;
        options = options.withMode(UpgradeMode.PLAN);

        UpgradeResult result = run(newFile);

        assertThat(result.reasons()).hasSize(2);
        assertThat(result.reasons().get(0)).contains("1.5.0", "about to be booted");
        assertThat(board.writes + board.resets).isZero();
    }

    @Test
    void saysWhatBootsNextWhenTheBootloaderRefusesTheImage() {
        board.bank().refused = newFile;

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure.stage()).isEqualTo("verify");
        assertThat(failure.bootsNext()).isEqualTo("version 1.0.0 in slot 0, which runs now");
        assertRunsConfirmed(oldFile);
    }

    @Test
    void isNotFooledByOldFirmwareThatAnswersLongAfterTheReset() {
        board.resetDelay = Duration.ofSeconds(20);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
    }

    @Test
    void isNotFooledByABootloaderThatIsFasterThanAnyQuestion() {
        board.resetDelay = Duration.ofMillis(1);
        board.bootTime = Duration.ofMillis(1);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void failsWhenTheDeviceNeverRestarts() {
        board.ignoresResets = true;

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure.stage()).isEqualTo("wait");
        assertThat(failure).hasMessageContaining("has not restarted");
        assertThat(failure.bootsNext()).isEqualTo("version 2.0.0 in slot 1 for a test");
    }

    @Test
    void failsWhenTheDeviceNeverComesBack() {
        board.comesBack = false;

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure.stage()).isEqualTo("wait");
        assertThat(failure.bootsNext()).isEqualTo("unknown");
    }

    @Test
    void waitsForASlowSwap() {
        board.bootTime = Duration.ofSeconds(100);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void sendsNothingThatDoesNotFit() {
        board.maxImageSize = newFile.length - 1;

        assertThatThrownBy(() -> run(newFile))
                .hasCauseInstanceOf(SmpImageException.class)
                .hasMessageContaining("3099");
        assertThat(board.writes).isZero();
    }

    @Test
    void refusesADowngradeIfToldTo() {
        options = options.withAllowDowngrade(false);

        SmpUpgradeException failure = failure(SampleImage.file(0, 9, 0, 3000));

        assertThat(failure.stage()).isEqualTo("decide");
        assertThat(failure).hasMessageContaining("0.9.0").hasMessageContaining("1.0.0");
        assertThat(board.writes).isZero();
    }

    @Test
    void downgradesOtherwise() {
        byte[] older = SampleImage.file(0, 9, 0, 3000);

        assertThat(run(older).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(older);
    }

    @Test
    void wrapsWhatTheDeviceRefused() {
        board.uploadError = 30;

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure.stage()).isEqualTo("upload");
        assertThat(failure).hasCauseInstanceOf(SmpErrorException.class);
        assertThat(failure.bootsNext()).isEqualTo("version 1.0.0 in slot 0, which runs now");
    }

    @Test
    void upgradesADeviceThatCannotEraseItsStorage() {
        options = options.withEraseStorage(true);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void upgradesADeviceThatOverwrites() {
        board = new Board(loop, Bank.Kind.OVERWRITE, oldFile);
        board.mode = Optional.of(BootloaderMode.OVERWRITE_ONLY);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(stages).doesNotContain("confirm");
    }

    @Test
    void concludesThatTheHighestVersionBootsWhereNothingCanBeSet() {
        board = new Board(loop, Bank.Kind.HIGHEST_VERSION, oldFile);
        board.mode = Optional.empty();

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertRunsConfirmed(newFile);
        assertThat(board.bank().runningSlot).isEqualTo(1);
        assertThat(stages).doesNotContain("setState", "confirm");
    }

    @Test
    void assumesASwapWhereImagesCanBeSetAndTheModeIsNotKnown() {
        board.mode = Optional.of(BootloaderMode.UNKNOWN);

        assertThat(run(newFile).outcome()).isEqualTo(Outcome.UPGRADED);

        assertThat(stages).contains("setState", "confirm");
    }

    @Test
    void refusesATestBeforeTheUploadWhereThereIsNone() {
        board = new Board(loop, Bank.Kind.HIGHEST_VERSION, oldFile);
        board.mode = Optional.empty();
        options = options.withMode(UpgradeMode.TEST_ONLY);

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure).hasMessageContaining("for a test").hasMessageContaining("highest version");
        assertThat(board.writes).isZero();
    }

    @Test
    void refusesAVersionThatWouldNeverBoot() {
        board = new Board(loop, Bank.Kind.HIGHEST_VERSION, newFile);
        board.mode = Optional.of(BootloaderMode.DIRECT_XIP);

        SmpUpgradeException failure = failure(oldFile);

        assertThat(failure.stage()).isEqualTo("decide");
        assertThat(board.writes).isZero();
    }

    @Test
    void noticesThatTheHighestVersionWasRefusedThoughTheListIsTheSame() {
        board = new Board(loop, Bank.Kind.HIGHEST_VERSION, oldFile);
        board.mode = Optional.empty();
        board.bank().refused = newFile;

        SmpUpgradeException failure = failure(newFile);

        assertThat(failure.stage()).isEqualTo("verify");
    }

    @Test
    void setsAllImagesBeforeTheOneReset() {
        board = new Board(loop, Bank.Kind.SWAP, oldFile, SampleImage.file(3, 0, 0, 2000));
        byte[] network = SampleImage.file(4, 0, 0, 2100);
        List<FirmwareImage> both = List.of(SampleImage.firmware(0, newFile), SampleImage.firmware(1, network));

        CompletableFuture<UpgradeResult> result =
                new FirmwareUpgrade(new ScriptedChannel(loop, board), both, options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofMinutes(10));

        assertThat(result.join().outcome()).isEqualTo(Outcome.UPGRADED);
        assertRunsConfirmed(newFile);
        assertThat(board.banks.get(1).running).isEqualTo(network);
        assertThat(board.banks.get(1).swap).isEqualTo(Swap.NONE);
        assertThat(board.resets).isEqualTo(1);
    }

    @Test
    void refusesTwoFilesForOneImage() {
        List<FirmwareImage> both = List.of(SampleImage.firmware(0, newFile), SampleImage.firmware(0, oldFile));

        CompletableFuture<UpgradeResult> result =
                new FirmwareUpgrade(new ScriptedChannel(loop, board), both, options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofSeconds(1));

        assertThatThrownBy(result::join).hasMessageContaining("stage inspect");
    }

    @Test
    void asksNothingMoreAfterACancel() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        FirmwareUpgrade upgrade =
                new FirmwareUpgrade(channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE);
        upgrade.start();
        loop.advance(Duration.ofMillis(500));

        upgrade.cancel();
        int sent = channel.transmitted.size();
        loop.advance(Duration.ofMinutes(5));

        assertThat(channel.transmitted).hasSizeLessThanOrEqualTo(sent + 1);
    }

    @Test
    void sendsNoFurtherChunkAfterACancelInTheMiddleOfAnUpload() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        List<Long> progress = new ArrayList<>();
        UpgradeListener listener = new UpgradeListener() {
            @Override
            public void progress(int image, long offset, long length) {
                progress.add(offset);
            }
        };
        FirmwareUpgrade upgrade =
                new FirmwareUpgrade(channel, List.of(SampleImage.firmware(0, newFile)), options, listener);
        channel.script = request -> {
            if (channel.count(ImageGroup.Upload.class) == 5) {
                upgrade.cancel();
            }
            return Fate.ARRIVES;
        };
        upgrade.start();
        loop.advance(Duration.ofMinutes(5));

        assertThat(progress).isNotEmpty();
        assertThat(channel.count(ImageGroup.Upload.class)).isLessThan(9);
        assertThat(board.bank().other.slot).isNotEqualTo(newFile);
    }

    @Test
    void erasesTheStorageOnceJustBeforeTheReset() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        options = options.withEraseStorage(true);

        new FirmwareUpgrade(channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofMinutes(10));

        List<String> changes = channel.transmitted.stream()
                .filter(request -> request instanceof ZephyrBasicGroup.EraseStorage
                        || request instanceof ImageGroup.StateWrite
                        || request instanceof OsGroup.Reset)
                .map(request -> request.getClass().getSimpleName())
                .toList();
        assertThat(changes).containsExactly("StateWrite", "EraseStorage", "Reset", "StateWrite");
    }

    @Test
    void keepsTheStorageOfADeviceThatIsNotToBoot() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        options = options.withEraseStorage(true).withMode(UpgradeMode.UPLOAD_ONLY);

        new FirmwareUpgrade(channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofMinutes(10));

        assertThat(channel.count(ZephyrBasicGroup.EraseStorage.class)).isZero();
        assertThat(board.bank().other.slot).isEqualTo(newFile);
    }

    @Test
    void takesFilesForSlotsAsASignThatImagesRunWhereTheyLie() {
        board.mode = Optional.of(BootloaderMode.UNKNOWN);
        options = options.withMode(UpgradeMode.PLAN);
        List<FirmwareImage> variants = List.of(
                SampleImage.firmware(0, newFile).forSlot(0),
                SampleImage.firmware(0, SampleImage.file(2, 0, 1, 3100)).forSlot(1));

        CompletableFuture<UpgradeResult> result =
                new FirmwareUpgrade(new ScriptedChannel(loop, board), variants, options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofMinutes(1));

        assertThat(result.join().images()).extracting(UpgradedImage::to).containsExactly("2.0.1");
    }

    @Test
    void givesUpOnADeviceThatSomebodyElseKeepsUpgrading() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        channel.script = request -> {
            board.bank().other.slot = SampleImage.file(1, 5, board.resets, 2500);
            board.bank().swap = Swap.TEST;
            return Fate.ARRIVES;
        };

        CompletableFuture<UpgradeResult> result = new FirmwareUpgrade(
                        channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE)
                .start();
        loop.advance(Duration.ofMinutes(20));

        assertThatThrownBy(result::join)
                .hasMessageContaining("is about to be booted")
                .hasMessageContaining("3 attempts have not changed that");
        assertThat(board.resets).isEqualTo(3);
    }

    @Test
    void asksADeviceThatHasAnsweredMoreOftenThanOneThatMayNotBeThere() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        int attempts = channel.options().retries() + 1;
        channel.script = request -> {
            boolean lost =
                    request instanceof ImageGroup.StateRead && channel.count(ImageGroup.StateRead.class) <= attempts;
            return lost ? Fate.REQUEST_LOST : Fate.ARRIVES;
        };

        CompletableFuture<UpgradeResult> result = new FirmwareUpgrade(
                        channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE)
                .start();
        loop.advance(Duration.ofMinutes(10));

        assertThat(result.join().outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void givesUpOnADeviceThatIsNotThereAfterTheAttemptsOfOneQuestion() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        channel.script = request -> Fate.REQUEST_LOST;

        CompletableFuture<UpgradeResult> result = new FirmwareUpgrade(
                        channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE)
                .start();
        loop.advance(Duration.ofMinutes(10));

        assertThatThrownBy(result::join).hasMessageContaining("stage query");
        assertThat(channel.transmitted).hasSize(channel.options().retries() + 1);
    }

    @Test
    void failsIfTheDeviceWentBackBeforeTheNewImageWasConfirmed() {
        ScriptedChannel channel = new ScriptedChannel(loop, board);
        channel.script = request -> {
            boolean confirms = request instanceof ImageGroup.StateWrite write && write.confirm();
            if (confirms && board.resets == 1) {
                board.reset();
                return Fate.REQUEST_LOST;
            }
            return Fate.ARRIVES;
        };

        CompletableFuture<UpgradeResult> result = new FirmwareUpgrade(
                        channel, List.of(SampleImage.firmware(0, newFile)), options, UpgradeListener.NONE)
                .start();
        loop.advance(Duration.ofMinutes(10));

        assertThatThrownBy(result::join)
                .hasCauseInstanceOf(SmpUpgradeException.class)
                .hasMessageContaining("stage confirm")
                .hasMessageContaining("went back");
        assertRunsConfirmed(oldFile);
    }

    @Test
    void startsAnImageThatRunsForATestOnceMoreWithItsCompanion() {
        byte[] oldNetwork = SampleImage.file(3, 0, 0, 2000);
        byte[] network = SampleImage.file(4, 0, 0, 2100);
        board = new Board(loop, Bank.Kind.SWAP, newFile, oldNetwork);
        board.bank().other.slot = oldFile;
        board.bank().swap = Swap.REVERT;
        List<FirmwareImage> both = List.of(SampleImage.firmware(0, newFile), SampleImage.firmware(1, network));

        CompletableFuture<UpgradeResult> result =
                new FirmwareUpgrade(new ScriptedChannel(loop, board), both, options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofMinutes(10));

        assertThat(result.join().outcome()).isEqualTo(Outcome.UPGRADED);
        assertRunsConfirmed(newFile);
        assertThat(board.banks.get(1).running).isEqualTo(network);
        assertThat(board.resets).isEqualTo(2);
    }

    @Test
    void refusesAnOlderVersionThatTheBootloaderWouldThrowAway() {
        board.preventsDowngrade = true;

        SmpUpgradeException failure = failure(SampleImage.file(0, 9, 0, 3000));

        assertThat(failure.stage()).isEqualTo("decide");
        assertThat(failure).hasMessageContaining("throws away versions below 1.0.0");
        assertThat(board.writes).isZero();
    }

    @Test
    void refusesAnImageWhoseCompanionIsTooOld() {
        board = new Board(loop, Bank.Kind.SWAP, oldFile, SampleImage.file(3, 0, 0, 2000));
        byte[] needy = SampleImage.withProtected(newFile, 0x40, new byte[] {1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0});

        SmpUpgradeException failure = failure(needy);

        assertThat(failure)
                .hasMessageContaining("needs image 1 in version 4.0.0 or higher, there is 3.0.0")
                .hasMessageContaining("upgrade both together");
        assertThat(board.writes).isZero();
    }

    @Test
    void bringsAnImageWithTheCompanionItNeeds() {
        board = new Board(loop, Bank.Kind.SWAP, oldFile, SampleImage.file(3, 0, 0, 2000));
        byte[] network = SampleImage.file(4, 0, 0, 2100);
        byte[] needy = SampleImage.withProtected(newFile, 0x40, new byte[] {1, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0});
        List<FirmwareImage> both = List.of(SampleImage.firmware(0, needy), SampleImage.firmware(1, network));

        CompletableFuture<UpgradeResult> result =
                new FirmwareUpgrade(new ScriptedChannel(loop, board), both, options, UpgradeListener.NONE).start();
        loop.advance(Duration.ofMinutes(10));

        assertThat(result.join().outcome()).isEqualTo(Outcome.UPGRADED);
    }

    @Test
    void saysThatASecurityCounterMayBeTooLow() {
        byte[] counted = SampleImage.withProtected(newFile, 0x50, new byte[] {3, 0, 0, 0});
        board.bank().refused = counted;

        assertThat(failure(counted)).hasMessageContaining("security counter above its 3");
    }
}
