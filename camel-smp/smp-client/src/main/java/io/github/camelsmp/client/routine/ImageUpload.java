package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.client.routine.UploadWindow.Chunk;
import io.github.camelsmp.client.routine.UploadWindow.Verdict;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.group.ImageGroup;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Brings an image into a slot of the device (protocol.md 13.3 and 14.2): the first chunk, which erases; then a window of
 * chunks that follows the offsets the device answers; until the device has all of it.
 *
 * <p>An upload that was cancelled or cut off goes on where the device stands when it is started again.
 */
public final class ImageUpload extends LoopRoutine<UploadResult> {

    private final FirmwareImage firmware;
    private final ProgressListener listener;
    private final ImageUploadOptions options;
    private final UploadWindow window;
    private final UploadTally tally;
    private final Setbacks setbacks;
    private final Map<Chunk, CompletableFuture<?>> inFlight = new LinkedHashMap<>();
    private boolean begun;
    private boolean hashNamed;
    private boolean pausing;
    private boolean lastChunkSent;

    /** @param listener hears of every answer */
    public ImageUpload(
            SmpChannel channel, FirmwareImage firmware, ImageUploadOptions options, ProgressListener listener) {
        super(channel);
        this.firmware = firmware;
        this.listener = listener;
        this.options = options;
        int size = channel.options().window();
        this.window = size == 0 ? UploadWindow.adaptive() : UploadWindow.fixed(size);
        this.tally = new UploadTally(channel::nanoTime);
        this.setbacks = new Setbacks(channel, options.outage(), tally);
    }

    @Override
    void begin() {
        when(channel.connect(), connected -> sendFirstChunk(), this::fail);
    }

    @Override
    void end() {
        forget(List.copyOf(inFlight.keySet()));
    }

    private void sendFirstChunk() {
        begun = false;
        lastChunkSent = false;
        ImageGroup.Upload first = ImageGroup.Upload.first(
                firmware.content(),
                firmware.sha256(),
                firmware.image(),
                options.upgradeOnly(),
                channel.largestMessage());
        hashNamed = first.payload().has("sha");
        tally.sent(0, first.end());
        when(channel.send(first), this::firstChunkAnswered, this::setBack);
    }

    private void firstChunkAnswered(ImageGroup.UploadResponse answer) {
        long offset = offsetIn(answer);
        begun = true;
        window.restart(offset);
        if (offset == 0) {
            restart("the device does not take the first chunk");
        } else {
            taken(answer.match());
        }
    }

    private void fillWindow() {
        window.allow(channel.largestWindow());
        while (!pausing && !isOver() && window.isOpen() && window.next() < firmware.length()) {
            sendNextChunk();
        }
    }

    private void sendNextChunk() {
        int room = channel.largestMessage();
        ImageGroup.Upload next = ImageGroup.Upload.following(firmware.content(), window.next(), room);
        Chunk chunk = window.sent(next.end());
        tally.sent(chunk.start(), chunk.end());
        lastChunkSent |= chunk.end() == firmware.length();
        CompletableFuture<ImageGroup.UploadResponse> answer = channel.send(
                next,
                new Attempts(
                        channel.options().timeout(next.patience()),
                        channel.options().retries(),
                        () -> sentAgain(chunk)));
        inFlight.put(chunk, answer);
        when(answer, response -> answered(chunk, response), failure -> lost(chunk, room, failure));
    }

    private void sentAgain(Chunk chunk) {
        window.retransmitted(chunk);
        tally.sent(chunk.start(), chunk.end());
    }

    private void answered(Chunk chunk, ImageGroup.UploadResponse answer) {
        inFlight.remove(chunk);
        long offset = offsetIn(answer);
        Verdict verdict = window.answered(chunk, offset);
        forget(verdict.overtaken());
        switch (verdict.meaning()) {
            case TAKEN -> taken(answer.match());
            case ECHO -> fillWindow();
            case GAP -> gap(chunk);
            case STATE_LOST -> stateLost();
        }
    }

    private void taken(Optional<Boolean> match) {
        progress();
        if (window.base() < firmware.length()) {
            fillWindow();
        } else if (match.isPresent() && !match.get() && hashNamed) {
            whenListed(
                    () -> complete(match),
                    () -> fail(fault("the device computes another SHA-256 of what it"
                            + " received, and does not list the image; upload it again")));
        } else {
            complete(hashNamed ? match : Optional.empty());
        }
    }

    private void gap(Chunk chunk) {
        if (!progress()) {
            tally.failed(fault("the device does not take the chunk at offset " + chunk.start()));
        }
        fillWindow();
    }

    private boolean progress() {
        boolean further = tally.taken(window.base());
        if (further) {
            setbacks.over();
        }
        listener.progress(window.base(), firmware.length());
        return further;
    }

    /** Zephyr forgets an upload that is complete, so the loss may be that of the last answer only (protocol.md 6.1). */
    private void stateLost() {
        forget(List.copyOf(inFlight.keySet()));
        if (lastChunkSent) {
            whenListed(() -> complete(Optional.empty()), () -> restart("the device loses the upload at its end"));
        } else {
            restart("the device loses the upload at offset " + window.base());
        }
    }

    private void restart(String reason) {
        tally.failed(fault(reason + " again and again"));
        sendFirstChunk();
    }

    private void whenListed(Runnable listed, Runnable otherwise) {
        if (firmware.hash().length == 0) {
            otherwise.run();
            return;
        }
        Consumer<ImageGroup.StateResponse> look = state -> {
            boolean there = state.images().stream().anyMatch(firmware::isIn);
            (there ? listed : otherwise).run();
        };
        when(channel.send(new ImageGroup.StateRead()), look, failure -> otherwise.run());
    }

    private void lost(Chunk chunk, int room, RuntimeException failure) {
        boolean waitedFor = inFlight.remove(chunk) != null;
        if (!waitedFor || !window.lost(chunk)) {
            return;
        }
        boolean tooLargeByNow = failure instanceof SmpProtocolException && channel.largestMessage() < room;
        if (tooLargeByNow) {
            tally.failed(failure);
            fillWindow();
        } else {
            setBack(failure);
        }
    }

    private void setBack(RuntimeException failure) {
        if (!pausing) {
            Duration pause = setbacks.pauseAfter(failure);
            pausing = true;
            after(pause, this::goOn);
        }
    }

    private void goOn() {
        pausing = false;
        when(channel.connect(), connected -> sendWhatIsNext(), this::setBack);
    }

    private void sendWhatIsNext() {
        if (begun) {
            fillWindow();
        } else {
            sendFirstChunk();
        }
    }

    private void forget(List<Chunk> chunks) {
        for (Chunk chunk : chunks) {
            CompletableFuture<?> answer = inFlight.remove(chunk);
            if (answer != null) {
                answer.cancel(false);
            }
        }
    }

    private void complete(Optional<Boolean> match) {
        finish(tally.result(firmware.length(), firmware.sha256(), match));
    }

    private long offsetIn(ImageGroup.UploadResponse answer) {
        if (answer.offset() > firmware.length()) {
            throw fault("the device wants byte " + answer.offset() + " of an image of " + firmware.length());
        }
        return answer.offset();
    }

    private SmpProtocolException fault(String what) {
        return new SmpProtocolException(channel.address().toString(), what, null);
    }
}
