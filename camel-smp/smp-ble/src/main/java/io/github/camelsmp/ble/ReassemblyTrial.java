package io.github.camelsmp.ble;

import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Finds out whether a server puts a message together from several writes; there is no way to ask. An echo that is a few
 * bytes larger than one write is answered by a server that does. One that does not answers the first write with
 * "corrupt", since its payload is too short, and drops the second, which is too short for a header.
 */
final class ReassemblyTrial {
    /** A second write as long as this would be taken for a message of its own. */
    private static final int LARGEST_REST = SmpHeader.SIZE - 1;

    /** A number that a connection, which counts up from anywhere, uses as seldom as any other. */
    private static final int SEQUENCE = 0xb1;

    private static final int CORRUPT = 9;

    private final byte[] message;
    private final CompletableFuture<Boolean> outcome = new CompletableFuture<>();

    private ReassemblyTrial(byte[] message) {
        this.message = message;
    }

    /** A trial; empty if the server has no room for a message that is larger than one write. */
    static Optional<ReassemblyTrial> of(int largestWrite, int bufferSize) {
        int length = 0;
        byte[] message = echo(length);
        while (message.length <= largestWrite) {
            length += largestWrite - message.length + 1;
            message = echo(length);
            while (message.length > largestWrite + LARGEST_REST) {
                length--;
                message = echo(length);
            }
        }
        return message.length <= bufferSize ? Optional.of(new ReassemblyTrial(message)) : Optional.empty();
    }

    private static byte[] echo(int length) {
        return SmpMessage.encode(new OsGroup.Echo("?".repeat(length)), SmpVersion.V2, SEQUENCE);
    }

    byte[] message() {
        return message;
    }

    /** Looks at a message, and says whether it was the answer. */
    boolean takes(byte[] received) {
        try {
            SmpMessage answer = SmpMessage.decode(received);
            SmpHeader header = answer.header();
            if (header.op() != SmpOp.WRITE_RESPONSE
                    || header.group() != 0
                    || header.command() != 0
                    || header.sequence() != SEQUENCE) {
                return false;
            }
            Optional<SmpError> error = new OsGroup.Echo("").errorIn(answer.payload());
            return outcome.complete(
                    error.filter(refusal -> refusal.code() == CORRUPT).isEmpty());
        } catch (SmpException e) {
            return false;
        }
    }

    /** Whether the server reassembles; empty if it said nothing in time. */
    Optional<Boolean> await(Duration limit) throws InterruptedException {
        try {
            return Optional.of(outcome.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
