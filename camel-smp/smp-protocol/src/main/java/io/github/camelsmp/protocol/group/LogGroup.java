package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Group 4, log (protocol.md 6.4): Mynewt only. */
public final class LogGroup {

    /** The id of this group. */
    public static final int ID = 4;

    private LogGroup() {}

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
     * Asks for log entries, as many as fit an answer; go on with {@link #fromIndex} of {@link ShowResponse#nextIndex}.
     *
     * @param payload which entries, all of them unless it says otherwise
     */
    public record Show(CborMap payload) implements ReadRequest<ShowResponse> {

        /** The entries of all logs. */
        public static Show all() {
            return new Show(CborMap.EMPTY);
        }

        /** The entries of one log. */
        public static Show log(String name) {
            return all().with("log_name", name);
        }

        /** Only entries with this index or a later one. */
        public Show fromIndex(long index) {
            return with("index", index);
        }

        /** Only entries of this time or later, in the device's own units; negative for the last one. */
        public Show since(long timestamp) {
            return with("ts", timestamp);
        }

        private Show with(String key, Object value) {
            return new Show(CborMap.builder(payload).put(key, value).build());
        }

        @Override
        public int command() {
            return 0;
        }

        @Override
        public ShowResponse readResponse(CborMap answer) {
            return ShowResponse.from(answer);
        }
    }

    /**
     * Log entries.
     *
     * @param nextIndex where to go on
     * @param logs in the order of the answer
     * @param raw the whole answer
     */
    public record ShowResponse(long nextIndex, List<Log> logs, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the logs are missing or an entry lacks its message */
        public static ShowResponse from(CborMap raw) {
            return new ShowResponse(
                    raw.optionalNumber("next_index").orElse(0),
                    raw.maps("logs").stream().map(Log::from).toList(),
                    raw);
        }
    }

    /**
     * Entries of one log.
     *
     * @param name what the device calls the log
     * @param type how it is kept: 0 as a stream, 1 in memory, 2 in storage
     * @param entries in the order of the answer
     * @param raw the whole map
     */
    public record Log(String name, int type, List<Entry> entries, CborMap raw) {

        static Log from(CborMap raw) {
            return new Log(
                    raw.text("name"),
                    raw.optionalInteger("type").orElse(0),
                    raw.maps("entries").stream().map(Entry::from).toList(),
                    raw);
        }
    }

    /**
     * One entry of a log.
     *
     * @param message its bytes, encoded as {@link #type} says
     * @param timestamp in the device's own units
     * @param level number of its level
     * @param index its number
     * @param module number of its module
     * @param raw the whole map
     */
    public record Entry(byte[] message, long timestamp, int level, long index, int module, CborMap raw) {

        static Entry from(CborMap raw) {
            return new Entry(
                    raw.bytes("msg"),
                    raw.optionalNumber("ts").orElse(0),
                    raw.optionalInteger("level").orElse(0),
                    raw.optionalNumber("index").orElse(0),
                    raw.optionalInteger("module").orElse(0),
                    raw);
        }

        /** How the message is encoded: {@code str} or {@code cbor}; empty if the device did not say. */
        public Optional<String> type() {
            return raw.optionalText("type");
        }

        /** The beginning of the hash of the image that wrote it; empty if the device did not say. */
        public Optional<byte[]> imageHash() {
            return raw.optionalBytes("imghash");
        }
    }

    /** Empties all logs. */
    public record Clear() implements WriteRequest<ClearResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public ClearResponse readResponse(CborMap payload) {
            return ClearResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The logs are empty.
     *
     * @param raw the whole answer
     */
    public record ClearResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static ClearResponse from(CborMap raw) {
            return new ClearResponse(raw);
        }
    }

    /**
     * Adds an entry to a log.
     *
     * @param payload the entry, with the keys the device expects
     */
    public record Append(CborMap payload) implements WriteRequest<AppendResponse> {
        @Override
        public int command() {
            return 2;
        }

        @Override
        public AppendResponse readResponse(CborMap answer) {
            return AppendResponse.from(answer);
        }
    }

    /**
     * The entry is in the log.
     *
     * @param raw the whole answer
     */
    public record AppendResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static AppendResponse from(CborMap raw) {
            return new AppendResponse(raw);
        }
    }

    /** Asks for the names of the modules that log. */
    public record Modules() implements ReadRequest<ModulesResponse> {
        @Override
        public int command() {
            return 3;
        }

        @Override
        public ModulesResponse readResponse(CborMap payload) {
            return ModulesResponse.from(payload);
        }
    }

    /**
     * The modules that log.
     *
     * @param modules names and the numbers entries have
     * @param raw the whole answer
     */
    public record ModulesResponse(Map<String, Integer> modules, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the map is missing */
        public static ModulesResponse from(CborMap raw) {
            return new ModulesResponse(numbers(raw.map("module_map")), raw);
        }
    }

    /** Asks for the names of the levels. */
    public record Levels() implements ReadRequest<LevelsResponse> {
        @Override
        public int command() {
            return 4;
        }

        @Override
        public LevelsResponse readResponse(CborMap payload) {
            return LevelsResponse.from(payload);
        }
    }

    /**
     * The levels of entries.
     *
     * @param levels names and the numbers entries have
     * @param raw the whole answer
     */
    public record LevelsResponse(Map<String, Integer> levels, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the map is missing */
        public static LevelsResponse from(CborMap raw) {
            return new LevelsResponse(numbers(raw.map("level_map")), raw);
        }
    }

    private static Map<String, Integer> numbers(CborMap map) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        map.asMap().keySet().forEach(name -> numbers.put(name, map.integer(name)));
        return Collections.unmodifiableMap(numbers);
    }

    /** Asks which logs there are. */
    public record Logs() implements ReadRequest<LogsResponse> {
        @Override
        public int command() {
            return 5;
        }

        @Override
        public LogsResponse readResponse(CborMap payload) {
            return LogsResponse.from(payload);
        }
    }

    /**
     * The logs of the device.
     *
     * @param names in the order of the answer
     * @param raw the whole answer
     */
    public record LogsResponse(List<String> names, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing */
        public static LogsResponse from(CborMap raw) {
            return new LogsResponse(raw.texts("log_list"), raw);
        }
    }
}
