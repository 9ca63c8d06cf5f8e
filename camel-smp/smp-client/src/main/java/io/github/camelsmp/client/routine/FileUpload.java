package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.group.FileSystemGroup.UploadResponse;
import java.util.Optional;

/**
 * Brings a file to the device (protocol.md 6.8): the first chunk, which creates or empties it; then a window of chunks
 * that follows the offsets the device answers. An upload that was cut off goes on behind what the device has, if the
 * device can show by a hash that this is right.
 */
public final class FileUpload extends LoopRoutine<UploadResult> {

    private final String name;
    private final FileTransferOptions options;
    private final ProgressListener listener;
    private final TransferTally tally;
    private final Setbacks setbacks;
    private final FileContent content;
    private final FileCheck check;
    private final FileBeginning beginning;
    private final ChunkStream<UploadResponse> chunks;

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
        this.setbacks = new Setbacks(this, options.outage(), tally);
        this.content = new FileContent(this, source);
        this.check = new FileCheck(channel, name);
        this.beginning = new FileBeginning(this, name, content, check);
        this.chunks =
                new ChunkStream<>(this, new FileChunks(channel.address(), name, content), tally, new Consequences());
    }

    @Override
    void begin() {
        content.open();
        when(channel.connect(), connected -> findBeginning(), this::fail);
    }

    @Override
    void end() {
        chunks.drop();
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
        chunks.restart(there, 0);
        progress();
        goOn();
    }

    private void goOn() {
        if (chunks.taken() > 0 && chunks.taken() == content.length()) {
            complete();
        } else {
            chunks.fill();
        }
    }

    private boolean progress() {
        boolean further = tally.taken(chunks.taken());
        if (further) {
            setbacks.over();
        }
        listener.progress(chunks.taken(), content.length());
        return further;
    }

    private void requireWithin(long there) {
        long length = content.length();
        if (length == 0 && there > 0) {
            // protocol.md 6.8: a piece without bytes does not truncate
            throw fault("the device keeps the " + there + " bytes that " + name
                    + " has: its server empties no file, send at least one byte");
        }
        if (there > length) {
            throw fault("the device wants byte " + there + " of a file of " + length + " bytes");
        }
    }

    private void taken(long there) {
        requireWithin(there);
        if (there > content.digest().length()) {
            startAnew(there);
            return;
        }
        progress();
        if (there == content.length()) {
            complete();
        } else {
            chunks.fill();
        }
    }

    /** The device has bytes that were never sent, as when it executed the first piece twice: its copy is not ours. */
    private void startAnew(long there) {
        tally.failed(fault("the device has " + there + " bytes of " + name + ", of which only "
                + content.digest().length() + " were sent"));
        chunks.drop();
        closeAndStartAnew();
    }

    private void closeAndStartAnew() {
        when(check.close(), closed -> startAt(0), failure -> setbacks.pauseAfter(failure, this::closeAndStartAnew));
    }

    /**
     * A file that was closed for a chunk in vain is copied in part when it is opened again, for which a full file system
     * has no room.
     */
    private void startAnewOneAtATime(RuntimeException failure) {
        tally.failed(failure);
        chunks.oneAtATime();
        chunks.drop();
        closeAndStartAnew();
    }

    /** A device that does not say where it stands is asked. */
    private void findEnd(RuntimeException refusal) {
        chunks.hold();
        when(
                beginning.lengthOnDevice(),
                there -> {
                    boolean ours = there <= content.digest().length();
                    chunks.restart(ours ? there : 0, 0);
                    if (!progress()) {
                        tally.failed(refusal);
                    }
                    goOn();
                },
                this::fail);
    }

    private void complete() {
        when(check.closed(content.digest(), options.verify()), this::judge, this::fail);
    }

    private void judge(Optional<Boolean> match) {
        if (match.isPresent() && !match.get()) {
            throw fault("what the device has of " + name + " is not what was sent: its hash is another");
        }
        finish(tally.result(content.length(), content.digest().sha256(), match));
    }

    private void setBack(RuntimeException failure) {
        setbacks.pauseAfter(failure, chunks::goOn);
        chunks.hold();
    }

    /** What the answers to the chunks lead to. */
    private final class Consequences implements UploadCourse {

        @Override
        public void progressed(Optional<Boolean> match) {
            taken(chunks.taken());
        }

        @Override
        public void gap(long offset) {
            if (!progress()) {
                tally.failed(fault("the device does not take the piece of " + name + " at offset " + offset));
            }
            chunks.fill();
        }

        @Override
        public void forgotten(boolean complete) {
            tally.failed(fault("the device loses " + name + " again and again"));
            startAt(0);
        }

        @Override
        public void filled(int window, int inFlight) {
            listener.window(window, inFlight);
        }

        @Override
        public void setBack(RuntimeException failure) {
            if (FileChunks.isWriteFailed(failure) && chunks.wentAhead()) {
                startAnewOneAtATime(failure);
            } else if (FileChunks.isWrongOffset(failure)) {
                findEnd(failure);
            } else {
                FileUpload.this.setBack(failure);
            }
        }
    }
}
