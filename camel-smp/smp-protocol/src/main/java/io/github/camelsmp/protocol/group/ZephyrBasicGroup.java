package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;

/** Group 63, Zephyr basic management (protocol.md 6.63). */
public final class ZephyrBasicGroup {

    /** The id of this group. */
    public static final int ID = 63;

    private ZephyrBasicGroup() {}

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

    /** Erases the partition that holds settings and other data of the application. */
    public record EraseStorage() implements WriteRequest<EraseStorageResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public EraseStorageResponse readResponse(CborMap payload) {
            return EraseStorageResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Patience patience() {
            return Patience.ERASE;
        }
    }

    /**
     * The partition is empty.
     *
     * @param raw the whole answer
     */
    public record EraseStorageResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static EraseStorageResponse from(CborMap raw) {
            return new EraseStorageResponse(raw);
        }
    }
}
