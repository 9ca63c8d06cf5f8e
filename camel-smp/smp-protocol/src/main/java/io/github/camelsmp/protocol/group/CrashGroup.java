package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.Locale;

/** Group 5, crash (protocol.md 6.4): Mynewt only. */
public final class CrashGroup {

    /** The id of this group. */
    public static final int ID = 5;

    private CrashGroup() {}

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

    /** Ways to crash. */
    public enum Kind {
        /** Division by zero. */
        DIV0,
        /** Jump to address 0. */
        JUMP0,
        /** Access to address 0. */
        REF0,
        /** Failed assertion. */
        ASSERT,
        /** Watchdog. */
        WDOG
    }

    /**
     * Makes the device crash, for a test of what it does then. Sent once only; the answer may never come.
     *
     * @param kind how
     */
    public record Trigger(Kind kind) implements WriteRequest<TriggerResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .put("t", kind.name().toLowerCase(Locale.ROOT))
                    .build();
        }

        @Override
        public TriggerResponse readResponse(CborMap payload) {
            return TriggerResponse.from(payload);
        }
    }

    /**
     * The device is about to crash.
     *
     * @param raw the whole answer
     */
    public record TriggerResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static TriggerResponse from(CborMap raw) {
            return new TriggerResponse(raw);
        }
    }
}
