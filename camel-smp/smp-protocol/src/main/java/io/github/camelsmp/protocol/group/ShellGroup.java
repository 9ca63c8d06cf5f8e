package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Group 9, shell (protocol.md 6.9). */
public final class ShellGroup {

    /** The id of this group. */
    public static final int ID = 9;

    private ShellGroup() {}

    private interface WriteRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    /**
     * Executes a command line. Sent once only; a long command blocks everything else on the device.
     *
     * @param arguments the device joins them with blanks and takes the line apart again, so an argument with blanks has
     *     to bring quotes; one argument may be the whole line
     */
    public record Execute(List<String> arguments) implements WriteRequest<ExecuteResponse> {

        /** Keeps a copy of the list. */
        public Execute {
            arguments = List.copyOf(arguments);
        }

        /** Executes a line as it would be typed. */
        public Execute(String line) {
            this(List.of(line));
        }

        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("argv", arguments).build();
        }

        @Override
        public ExecuteResponse readResponse(CborMap payload) {
            return ExecuteResponse.from(payload);
        }

        /** An {@code rc} beside the output is what the command returned, on older servers. */
        @Override
        public Optional<SmpError> errorIn(CborMap payload) {
            return payload.has("o") ? SmpError.ofGroup(payload) : SmpError.in(payload);
        }
    }

    /**
     * What the command printed and returned.
     *
     * @param output cut off without notice at the size of the device's buffer, perhaps in the middle of a character; may
     *     hold colour codes
     * @param returnCode 0 for success; negative numbers are those of errno, e.g. -22 for an invalid argument
     * @param raw the whole answer
     */
    public record ExecuteResponse(String output, int returnCode, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the output is missing */
        public static ExecuteResponse from(CborMap raw) {
            OptionalInt current = raw.optionalInteger("ret");
            int returnCode = current.isPresent()
                    ? current.getAsInt()
                    : raw.optionalInteger("rc").orElse(0);
            return new ExecuteResponse(raw.text("o"), returnCode, raw);
        }
    }
}
