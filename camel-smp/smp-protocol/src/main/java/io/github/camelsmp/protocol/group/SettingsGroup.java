package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.OptionalInt;

/** Group 3, settings (protocol.md 6.3). There is no command that lists them. */
public final class SettingsGroup {

    /** The id of this group. */
    public static final int ID = 3;

    private SettingsGroup() {}

    private interface ReadRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        default int group() {
            return ID;
        }
    }

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
     * Asks for the value of a setting.
     *
     * @param name e.g. {@code app/interval}; usually at most 31 bytes
     * @param maxSize bytes of the longest value to be sent back, or 0 for what the device allows
     */
    public record Read(String name, int maxSize) implements ReadRequest<ReadResponse> {

        /** Asks for as much as the device allows. */
        public Read(String name) {
            this(name, 0);
        }

        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .put("name", name)
                    .putIf(maxSize != 0, "max_size", maxSize)
                    .build();
        }

        @Override
        public ReadResponse readResponse(CborMap payload) {
            return ReadResponse.from(payload);
        }
    }

    /**
     * The value of a setting; what the bytes mean only the application knows.
     *
     * @param value its bytes
     * @param raw the whole answer
     */
    public record ReadResponse(byte[] value, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the value is missing */
        public static ReadResponse from(CborMap raw) {
            return new ReadResponse(raw.bytes("val"), raw);
        }

        /** The limit of the device, where it is lower than what was asked for. */
        public OptionalInt maxSize() {
            return raw.optionalInteger("max_size");
        }
    }

    /**
     * Changes the value of a setting until the next restart; {@link Save} makes it last.
     *
     * @param name usually at most 31 bytes
     * @param value the bytes the application expects
     */
    public record Write(String name, byte[] value) implements WriteRequest<WriteResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("name", name).put("val", value).build();
        }

        @Override
        public WriteResponse readResponse(CborMap payload) {
            return WriteResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The setting is changed.
     *
     * @param raw the whole answer
     */
    public record WriteResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static WriteResponse from(CborMap raw) {
            return new WriteResponse(raw);
        }
    }

    /**
     * Deletes a setting from storage. A repetition may be answered with {@code KEY_NOT_FOUND}.
     *
     * @param name usually at most 31 bytes
     */
    public record Delete(String name) implements WriteRequest<DeleteResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("name", name).build();
        }

        @Override
        public DeleteResponse readResponse(CborMap payload) {
            return DeleteResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The setting is deleted.
     *
     * @param raw the whole answer
     */
    public record DeleteResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static DeleteResponse from(CborMap raw) {
            return new DeleteResponse(raw);
        }
    }

    /** Makes the application take over what was written. */
    public record Commit() implements WriteRequest<CommitResponse> {
        @Override
        public int command() {
            return 2;
        }

        @Override
        public CommitResponse readResponse(CborMap payload) {
            return CommitResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The settings are taken over.
     *
     * @param raw the whole answer
     */
    public record CommitResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static CommitResponse from(CborMap raw) {
            return new CommitResponse(raw);
        }
    }

    /** Brings the settings back to what is in storage. A read, although it changes the device. */
    public record Load() implements ReadRequest<LoadResponse> {
        @Override
        public int command() {
            return 3;
        }

        @Override
        public LoadResponse readResponse(CborMap payload) {
            return LoadResponse.from(payload);
        }
    }

    /**
     * The settings are those of storage.
     *
     * @param raw the whole answer
     */
    public record LoadResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static LoadResponse from(CborMap raw) {
            return new LoadResponse(raw);
        }
    }

    /**
     * Writes the settings to storage.
     *
     * @param name the subtree to write, which only the newest servers look at; empty for all
     */
    public record Save(String name) implements WriteRequest<SaveResponse> {

        /** Writes all settings to storage. */
        public Save() {
            this("");
        }

        @Override
        public int command() {
            return 3;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().putIf(!name.isEmpty(), "name", name).build();
        }

        @Override
        public SaveResponse readResponse(CborMap payload) {
            return SaveResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The settings are in storage.
     *
     * @param raw the whole answer
     */
    public record SaveResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static SaveResponse from(CborMap raw) {
            return new SaveResponse(raw);
        }
    }
}
