package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.BootloaderMode;
import io.github.camelsmp.protocol.group.ImageGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FirmwareUploadTest {

    private final byte[] oldFile = SampleImage.file(1, 0, 0, 3000);
    private final byte[] newFile = SampleImage.file(2, 0, 0, 3100);
    private final VirtualLoop loop = new VirtualLoop();
    private final Board board = new Board(loop, Bank.Kind.SWAP, oldFile, oldFile);
    private final ScriptedChannel channel = new ScriptedChannel(loop, board);
    private final List<Integer> progress = new ArrayList<>();

    private FirmwareUpload upload(FirmwareImage... images) {
        UpgradeListener listener = new UpgradeListener() {
            @Override
            public void progress(int image, long offset, long length) {
                progress.add(image);
            }
        };
        return new FirmwareUpload(channel, List.of(images), ImageUploadOptions.DEFAULT, listener);
    }

    private CompletableFuture<Map<Integer, UploadResult>> run(FirmwareImage... images) {
        CompletableFuture<Map<Integer, UploadResult>> result = upload(images).start();
        loop.advance(Duration.ofMinutes(5));
        return result;
    }

    @Test
    void bringsOneImageIntoTheOtherSlotAndLeavesTheRestToOthers() {
        Map<Integer, UploadResult> results =
                run(SampleImage.firmware(0, newFile)).join();

        assertThat(results).containsOnlyKeys(0);
        assertThat(results.get(0).bytes()).isEqualTo(newFile.length);
        assertThat(board.bank().other.slot).isEqualTo(newFile);
        assertThat(board.bank().running).isEqualTo(oldFile);
        assertThat(board.resets).isZero();
        assertThat(progress).containsOnly(0);
    }

    @Test
    void bringsSeveralImagesOneAfterAnother() {
        byte[] second = SampleImage.file(3, 0, 0, 2000);

        Map<Integer, UploadResult> results = run(SampleImage.firmware(1, second), SampleImage.firmware(0, newFile))
                .join();

        assertThat(results.keySet()).containsExactly(1, 0);
        assertThat(progress).startsWith(1).endsWith(0).isSortedAccordingTo((one, other) -> other - one);
    }

    @Test
    void refusesAnImageThatIsTooLargeBeforeAnythingIsSent() {
        board.maxImageSize = newFile.length - 1;

        assertThatThrownBy(() -> run(SampleImage.firmware(0, newFile)).join())
                .hasCauseInstanceOf(SmpImageException.class)
                .hasMessageContaining("test:board: version 2.0.0 has 3100 bytes, its slot has room for 3099");
        assertThat(board.writes).isZero();
    }

    @Test
    void takesAnImageThatJustFits() {
        board.maxImageSize = newFile.length;

        assertThat(run(SampleImage.firmware(0, newFile))).isCompleted();
    }

    @Test
    void refusesOneOfSeveralThatIsTooLargeBeforeAnythingIsSent() {
        board.maxImageSize = newFile.length - 1;

        assertThatThrownBy(() -> run(SampleImage.firmware(1, oldFile), SampleImage.firmware(0, newFile))
                        .join())
                .hasCauseInstanceOf(SmpImageException.class);
        assertThat(board.writes).isZero();
    }

    @Test
    void asksNothingOfAFileNobodyLookedInto() {
        byte[] anything = {1, 2, 3};

        run(FirmwareImage.uninspected(0, anything)).join();

        assertThat(board.bank().other.slot).isEqualTo(anything);
        assertThat(channel.count(ImageGroup.SlotInfo.class)).isZero();
    }

    @Test
    void refusesAVariantForASlotItWouldNotRunFrom() {
        board.mode = Optional.of(BootloaderMode.DIRECT_XIP);

        assertThatThrownBy(
                        () -> run(SampleImage.firmware(0, newFile).forSlot(0)).join())
                .hasCauseInstanceOf(SmpImageException.class)
                .hasMessageContaining("is built to run from slot 0; here it would run from slot 1");
        assertThat(board.writes).isZero();
    }

    @Test
    void picksTheVariantForTheSlotItWillRunFrom() {
        board.mode = Optional.of(BootloaderMode.DIRECT_XIP);
        byte[] other = SampleImage.file(2, 0, 0, 3200);

        run(
                        SampleImage.firmware(0, other).forSlot(0),
                        SampleImage.firmware(0, newFile).forSlot(1))
                .join();

        assertThat(board.bank().other.slot).isEqualTo(newFile);
    }

    @Test
    void saysWhyTheDeviceRefused() {
        board.uploadError = 30;

        assertThatThrownBy(() -> run(SampleImage.firmware(0, newFile)).join())
                .hasMessageContaining("refused with IMAGE_TOO_LARGE");
    }

    @Test
    void refusesAVariantThatCouldBeForEitherSlot() {
        board.mode = Optional.of(BootloaderMode.DIRECT_XIP);
        FirmwareImage first = SampleImage.firmware(0, SampleImage.builtForOnePlace(newFile));

        assertThatThrownBy(() -> run(first, SampleImage.firmware(1, newFile)).join())
                .hasCauseInstanceOf(SmpImageException.class)
                .hasMessageContaining("test:board")
                .hasMessageContaining("nothing says for which slot version 2.0.0 is built");
        assertThat(board.writes).isZero();
    }

    @Test
    void saysThatTheLineIsBrokenBeforeItKnowsWhichFileIsMeant() {
        channel.breakLine();

        assertThatThrownBy(() -> run(SampleImage.firmware(0, newFile), SampleImage.firmware(1, newFile))
                        .join())
                .hasCauseInstanceOf(SmpTransportException.class);
    }

    @Test
    void sendsNothingMoreOnceItIsCancelled() {
        FirmwareUpload upload = upload(SampleImage.firmware(0, newFile));
        CompletableFuture<Map<Integer, UploadResult>> result = upload.start();
        loop.advance(ScriptedChannel.ONE_WAY.multipliedBy(8));
        assertThat(progress).isNotEmpty();

        upload.cancel();
        loop.advance(ScriptedChannel.ONE_WAY);
        int sent = channel.transmitted.size();
        loop.advance(Duration.ofMinutes(5));

        assertThat(channel.transmitted).hasSize(sent);
        assertThatThrownBy(result::join).isInstanceOf(CancellationException.class);
    }
}
