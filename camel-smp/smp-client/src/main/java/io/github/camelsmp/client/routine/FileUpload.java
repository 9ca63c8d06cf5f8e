package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup.Upload;
import io.github.camelsmp.protocol.group.FileSystemGroup.UploadResponse;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;

/**
 * Brings a file to the device (protocol.md 6.8), one piece at a time: a piece at a wrong offset is an error there. An
 * upload that was cut off goes on behind what the device has, if the device can show by a hash that this is right.
 */
public final class FileUpload extends LoopRoutine<UploadResult> {

    private static final int FILE_OFFSET_NOT_VALID = 11;
    private static final int UNKNOWN = 1;

    private final String name;
    private final FileTransferOptions options;
    private final ProgressListener listener;
    private final TransferTally tally;
    private final Setbacks setbacks;
    private final FileContent content;
    private final FileCheck check;
    private final FileBeginning beginning;
    private final LossProbe probe;
    private final RetransmissionTimer timer;
    private CompletableFuture<UploadResponse> inFlight = new CompletableFuture<>();
    private int provenMessage;
    private long offset;

    /**
     * @param name absolute path with the mount point, e.g. {@code /lfs1/name}; usually at most 64 bytes
     * @param source is read on the connection's thread, and not closed
     * @param listener hears of every answer
     */
    public FileUpload(
            SmpChannel channel,
            String name,
            FileSource source,
            FileTransferOptions options,
            ProgressListener listener) {
        super(channel);
        this.name = name;
        this.options = options;
        this.listener = listener;
        this.tally = new TransferTally(channel::nanoTime);
        this.setbacks = new Setbacks(channel, options.outage(), tally);
        this.content = new FileContent(this, source);
        this.check = new FileCheck(channel, name);
        this.beginning = new FileBeginning(this, name, content, check);
        this.probe = new LossProbe(this);
        this.timer = RetransmissionTimer.upTo(channel.options().requestTimeout());
    }

    @Override
    void begin() {
        content.open();
        when(channel.connect(), connected -> findBeginning(), this::fail);
    }

    @Override
    void end() {
        inFlight.cancel(false);
    }

    /** What the device has of the file is kept if its hash is right; otherwise the file is written anew. */
    private void findBeginning() {
        if (options.resume()) {
            beginning.find(this::startAt);
        } else {
            startAt(0);
        }
    }

    private void startAt(long there) {
        offset = there;
        tally.taken(there);
        listener.progress(there, content.length());
        if (there > 0 && there == content.length()) {
            complete();
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        int message = channel.largestMessage();
        int room = Upload.room(name, offset, content.length(), message);
        if (room < 1) {
            throw new SmpTransportException(
                    channel.address().toString(),
                    "messages of " + message + " bytes have no room for a piece of " + name);
        }
        Upload piece = Upload.of(name, offset, content.length(), content.read(offset, room), message);
        tally.sent(offset, piece.end());
        CompletableFuture<UploadResponse> answer = channel.send(piece, attempts(piece));
        inFlight = answer;
        when(answer, response -> answered(piece, message, response.offset()), failure -> {
            if (answer == inFlight) {
                lost(piece, message, failure);
            }
        });
        if (message > provenMessage) {
            probe.watch(answer, this::sendAgain);
        }
    }

    private Attempts attempts(Upload piece) {
        return new Attempts(timer, channel.options().retries(), () -> tally.sent(piece.offset(), piece.end()));
    }

    private void sendAgain() {
        CompletableFuture<UploadResponse> lost = inFlight;
        sendNext();
        lost.cancel(false);
    }

    private void answered(Upload piece, int message, long next) {
        provenMessage = Math.max(provenMessage, message);
        taken(piece, next);
    }

    private void taken(Upload piece, long next) {
        long length = content.length();
        if (length == 0 && next > 0) {
            // protocol.md 6.8: a piece without bytes does not truncate
            throw fault("the device keeps the " + next + " bytes that " + name
                    + " has: its server empties no file, send at least one byte");
        }
        if (next > length) {
            throw fault("the device wants byte " + next + " of a file of " + length + " bytes");
        }
        if (next > content.digest().length()) {
            startAnew(next);
            return;
        }
        offset = next;
        if (tally.taken(next)) {
            setbacks.over();
        } else if (next <= piece.offset() && length > 0) {
            tally.failed(fault("the device does not take the piece of " + name + " at offset " + next));
        }
        listener.progress(offset, length);
        if (offset == length) {
            complete();
        } else {
            sendNext();
        }
    }

    /** The device has bytes that were never sent, as when it executed the first piece twice: its copy is not ours. */
    private void startAnew(long there) {
        tally.failed(fault("the device has " + there + " bytes of " + name + ", of which only "
                + content.digest().length() + " were sent"));
        when(
                check.close(),
                closed -> {
                    offset = 0;
                    sendNext();
                },
                this::setBack);
    }

    private void lost(Upload piece, int message, RuntimeException failure) {
        if (isOutgrown(failure, message)) {
            tally.anew();
            sendNext();
        } else if (failure instanceof SmpErrorException refusal && isWrongOffset(refusal)) {
            goOnWhereTheDeviceIs(piece, refusal);
        } else {
            setBack(failure);
        }
    }

    private void goOnWhereTheDeviceIs(Upload piece, SmpErrorException refusal) {
        OptionalLong there = refusal.payload().optionalSize("len");
        if (there.isPresent()) {
            goOnBehind(there.getAsLong(), piece, refusal);
        } else {
            when(beginning.lengthOnDevice(), length -> goOnBehind(length, piece, refusal), this::fail);
        }
    }

    /** A server that was asked in version 1 has no number for it, and no length beside it (protocol.md 3). */
    private static boolean isWrongOffset(SmpErrorException refusal) {
        return refusal.group() == FileSystemGroup.ID && refusal.code() == FILE_OFFSET_NOT_VALID
                || refusal.group() == SmpError.NO_GROUP && refusal.code() == UNKNOWN;
    }

    /** If the device has the piece, only the answer to its first copy was lost. */
    private void goOnBehind(long there, Upload piece, SmpErrorException refusal) {
        if (there == piece.end()) {
            taken(piece, there);
            return;
        }
        tally.failed(refusal);
        boolean ours = there <= content.digest().length();
        offset = ours ? there : 0;
        sendNext();
    }

    private void complete() {
        boolean verify = options.verify() && content.length() > 0;
        CompletableFuture<Optional<Boolean>> match = check.close()
                .thenCompose(closed ->
                        verify ? check.whole(content.digest()) : CompletableFuture.completedFuture(Optional.empty()));
        when(match, this::judge, this::fail);
    }

    private void judge(Optional<Boolean> match) {
        if (match.isPresent() && !match.get()) {
            throw fault("what the device has of " + name + " is not what was sent: its hash is another");
        }
        finish(tally.result(content.length(), content.digest().sha256(), match));
    }

    private void setBack(RuntimeException failure) {
        after(setbacks.pauseAfter(failure), () -> when(channel.connect(), connected -> sendNext(), this::setBack));
    }
}
