package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.Attempts;
import io.github.camelsmp.client.RetransmissionTimer;
import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.FileSystemGroup.DownloadResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Brings a file from the device (protocol.md 6.8), with several pieces asked for at a time. No more of it is held than
 * a few pieces.
 */
public final class FileDownload extends LoopRoutine<DownloadResult> {

    private static final int FILE_EMPTY = 16;

    private final String name;
    private final OutputStream sink;
    private final FileTransferOptions options;
    private final ProgressListener listener;
    private final TransferTally tally;
    private final Setbacks setbacks;
    private final FileDigest digest = new FileDigest();
    private final FileCheck check;
    private final RetransmissionTimer timer;
    private Optional<PieceStream> pieces = Optional.empty();

    /**
     * @param name absolute path with the mount point, e.g. {@code /lfs1/name}
     * @param sink takes the file in order, on the connection's thread; it is flushed, not closed
     * @param listener hears of every piece handed on
     */
    public FileDownload(
            SmpChannel channel,
            String name,
            OutputStream sink,
            FileTransferOptions options,
            ProgressListener listener) {
        super(channel);
        this.name = name;
        this.sink = sink;
        this.options = options;
        this.listener = listener;
        this.tally = new TransferTally(channel::nanoTime);
        this.setbacks = new Setbacks(this, options.outage(), tally);
        this.check = new FileCheck(channel, name);
        this.timer = RetransmissionTimer.ofReads(channel.options().requestTimeout());
    }

    @Override
    void begin() {
        when(channel.connect(), connected -> askFirst(), this::fail);
    }

    @Override
    void end() {
        pieces.ifPresent(PieceStream::drop);
    }

    private void askFirst() {
        Attempts attempts = new Attempts(timer, channel.options().retries(), () -> {});
        when(channel.send(new FileSystemGroup.Download(name, 0), attempts), this::firstCame, this::firstLost);
    }

    private void firstLost(RuntimeException failure) {
        boolean empty = failure instanceof SmpErrorException refusal
                && refusal.group() == FileSystemGroup.ID
                && refusal.code() == FILE_EMPTY;
        if (empty) {
            complete();
        } else {
            setBack(failure);
        }
    }

    private void firstCame(DownloadResponse answer) {
        long length = answer.length().orElseThrow(() -> fault("the device does not say how long " + name + " is"));
        if (length == 0) {
            complete();
            return;
        }
        requireProgress(answer.data().length > 0);
        listener.progress(0, length);
        DownloadWindow window = new DownloadWindow(WindowSize.on(channel), length, answer.data().length);
        PieceStream stream = new PieceStream(this, name, tally, timer, window, new Arrivals());
        pieces = Optional.of(stream);
        stream.begin(answer);
    }

    private void requireProgress(boolean there) {
        if (!there) {
            throw fault("the device sends nothing of " + name);
        }
    }

    private void complete() {
        try {
            sink.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        when(check.closed(digest, options.verify()), this::judge, this::fail);
    }

    private void judge(Optional<Boolean> match) {
        if (match.isPresent() && !match.get()) {
            throw fault("what was received of " + name + " is not what the device has: its hash is another");
        }
        finish(new DownloadResult(digest.length(), tally.duration(), tally.retransmissions(), digest.sha256(), match));
    }

    private void setBack(RuntimeException failure) {
        setbacks.pauseAfter(failure, () -> pieces.ifPresentOrElse(PieceStream::goOn, this::askFirst));
        pieces.ifPresent(PieceStream::hold);
    }

    /** What becomes of the pieces. */
    private final class Arrivals implements PieceStream.Owner {

        @Override
        public void take(ByteBuffer bytes) {
            try {
                sink.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            digest.update(bytes);
        }

        @Override
        public void progressed(long offset, long length) {
            if (tally.taken(offset)) {
                setbacks.over();
                listener.progress(offset, length);
            }
            if (offset == length) {
                complete();
            }
        }

        @Override
        public void filled(int size, int inFlight) {
            listener.window(size, inFlight);
        }

        @Override
        public void setBack(RuntimeException failure) {
            FileDownload.this.setBack(failure);
        }
    }
}
