package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
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
    private static final int READ_AT_ONCE = 1 << 18;

    private final String name;
    private final FileSource source;
    private final FileTransferOptions options;
    private final ProgressListener listener;
    private final TransferTally tally;
    private final Setbacks setbacks;
    private final FileDigest digest = new FileDigest();
    private final FileCheck check;
    private final RetransmissionTimer timer;
    private long length;
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
        this.source = source;
        this.options = options;
        this.listener = listener;
        this.tally = new TransferTally(channel::nanoTime);
        this.setbacks = new Setbacks(channel, options.outage(), tally);
        this.check = new FileCheck(channel, name);
        this.timer = RetransmissionTimer.upTo(channel.options().requestTimeout());
    }

    @Override
    void begin() {
        try {
            length = source.length();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        when(channel.connect(), connected -> findBeginning(), this::fail);
    }

    /** What the device has of the file is kept if its hash is right; otherwise the file is written anew. */
    private void findBeginning() {
        if (!options.resume()) {
            goOn();
            return;
        }
        when(
                lengthOnDevice(),
                there -> {
                    if (there > 0 && there <= length) {
                        digestUpTo(there, this::compareBeginning);
                    } else {
                        goOn();
                    }
                },
                this::fail);
    }

    private CompletableFuture<Long> lengthOnDevice() {
        CompletableFuture<Long> answer =
                channel.send(new FileSystemGroup.Status(name)).thenApply(FileSystemGroup.StatusResponse::length);
        return Refused.instead(answer, refusal -> 0L);
    }

    private void compareBeginning() {
        when(
                check.beginning(digest),
                same -> {
                    if (same.orElse(false)) {
                        offset = digest.length();
                        tally.taken(offset);
                    }
                    goOn();
                },
                this::fail);
    }

    private void goOn() {
        listener.progress(offset, length);
        if (offset == length && length > 0) {
            complete();
        } else {
            sendNext();
        }
    }

    private void sendNext() {
        int room = FileSystemGroup.Upload.room(name, offset, length, channel.largestMessage());
        if (room < 1) {
            throw new SmpTransportException(
                    channel.address().toString(),
                    "messages of " + channel.largestMessage() + " bytes have no room for a piece of " + name);
        }
        ByteBuffer data = read(offset, Math.min(room, length - offset));
        FileSystemGroup.Upload piece =
                FileSystemGroup.Upload.of(name, offset, length, data.duplicate(), channel.largestMessage());
        pass(data);
        tally.sent(offset, piece.end());
        Attempts attempts =
                new Attempts(timer, channel.options().retries(), () -> tally.sent(piece.offset(), piece.end()));
        when(
                channel.send(piece, attempts),
                answer -> taken(piece, answer.offset()),
                failure -> refused(piece, failure));
    }

    /** Whatever of the piece at {@link #offset} was not sent before counts towards the hash of the whole. */
    private void pass(ByteBuffer data) {
        long passed = digest.length() - offset;
        if (passed < data.remaining()) {
            digest.update(data.position((int) passed));
        }
    }

    private void taken(FileSystemGroup.Upload piece, long next) {
        if (length == 0 && next > 0) {
            // protocol.md 6.8: a piece without bytes does not truncate
            throw fault("the device keeps the " + next + " bytes that " + name
                    + " has: its server empties no file, send at least one byte");
        }
        if (next > length) {
            throw fault("the device wants byte " + next + " of a file of " + length + " bytes");
        }
        if (next > digest.length()) {
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
        tally.failed(fault(
                "the device has " + there + " bytes of " + name + ", of which only " + digest.length() + " were sent"));
        when(
                check.close(),
                closed -> {
                    offset = 0;
                    sendNext();
                },
                this::setBack);
    }

    private void refused(FileSystemGroup.Upload piece, RuntimeException failure) {
        if (!(failure instanceof SmpErrorException refusal) || !isWrongOffset(refusal)) {
            setBack(failure);
            return;
        }
        OptionalLong length = refusal.payload().optionalSize("len");
        if (length.isPresent()) {
            goOnBehind(length.getAsLong(), piece, refusal);
        } else {
            when(lengthOnDevice(), there -> goOnBehind(there, piece, refusal), this::fail);
        }
    }

    /** A server that was asked in version 1 has no number for it, and no length beside it (protocol.md 3). */
    private static boolean isWrongOffset(SmpErrorException refusal) {
        return refusal.group() == FileSystemGroup.ID && refusal.code() == FILE_OFFSET_NOT_VALID
                || refusal.group() == SmpError.NO_GROUP && refusal.code() == UNKNOWN;
    }

    /** If the device has the piece, only the answer to its first copy was lost. */
    private void goOnBehind(long there, FileSystemGroup.Upload piece, SmpErrorException refusal) {
        if (there == piece.end()) {
            taken(piece, there);
            return;
        }
        tally.failed(refusal);
        boolean ours = there <= digest.length();
        offset = ours ? there : 0;
        sendNext();
    }

    private void complete() {
        boolean verify = options.verify() && length > 0;
        CompletableFuture<Optional<Boolean>> match = check.close()
                .thenCompose(
                        closed -> verify ? check.whole(digest) : CompletableFuture.completedFuture(Optional.empty()));
        when(match, this::judge, this::fail);
    }

    private void judge(Optional<Boolean> match) {
        if (match.isPresent() && !match.get()) {
            throw fault("what the device has of " + name + " is not what was sent: its hash is another");
        }
        finish(tally.result(length, digest.sha256(), match));
    }

    private void setBack(RuntimeException failure) {
        after(setbacks.pauseAfter(failure), () -> when(channel.connect(), connected -> sendNext(), this::setBack));
    }

    private void digestUpTo(long end, Runnable then) {
        digest.update(read(digest.length(), Math.min(READ_AT_ONCE, end - digest.length())));
        if (digest.length() < end) {
            after(Duration.ZERO, () -> digestUpTo(end, then));
        } else {
            then.run();
        }
    }

    private ByteBuffer read(long from, long count) {
        ByteBuffer bytes = ByteBuffer.allocate((int) count);
        try {
            source.read(from, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.flip();
    }

    private SmpProtocolException fault(String what) {
        return new SmpProtocolException(channel.address().toString(), what, null);
    }
}
