package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpRequest;
import java.util.Optional;

/**
 * What an upload consists of, and how its device says where it stands: an image and a file differ in both.
 *
 * @param <R> the answer to a chunk
 */
interface ChunkSource<R> {

    /**
     * A chunk that may be sent.
     *
     * @param end where the next chunk begins
     * @param last whether the upload ends with it
     */
    record Next<R>(SmpRequest<R> request, long end, boolean last) {}

    /**
     * Where the device stands.
     *
     * @param offset bytes that it has, which is where it wants to go on
     * @param match whether they are what was announced; only behind the last chunk, and only of devices that check
     */
    record Standing(long offset, Optional<Boolean> match) {}

    /** Bytes of the whole upload. */
    long length();

    /** How many chunks may be in flight before anything is known of losses, of so many that the device has buffers for. */
    WindowSize window(SmpChannel channel);

    /** How many chunks the device has room for, in messages of so many bytes. */
    int largestWindow(SmpChannel channel, int message);

    /** The chunk at an offset, as much of it as fits a message of so many bytes. */
    Next<R> at(long offset, int largestMessage);

    /** Where the device stands that answered so. */
    Standing standing(R answer);

    /** Where the device stands that refused so; empty if that does not tell. */
    Optional<Standing> standing(RuntimeException refusal);
}
