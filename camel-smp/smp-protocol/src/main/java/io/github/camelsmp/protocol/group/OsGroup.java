package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Group 0, operating system (protocol.md 6.0). */
public final class OsGroup {

    /** The id of this group. */
    public static final int ID = 0;

    private OsGroup() {}

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
     * Sends a text that the device sends back.
     *
     * @param text any text; a device answers messages of at most {@code buf_size - 1} bytes
     */
    public record Echo(String text) implements WriteRequest<EchoResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("d", text).build();
        }

        @Override
        public EchoResponse readResponse(CborMap payload) {
            return EchoResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * What the device sent back.
     *
     * @param text the text
     * @param raw the whole answer
     */
    public record EchoResponse(String text, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the text is missing */
        public static EchoResponse from(CborMap raw) {
            return new EchoResponse(raw.text("r"), raw);
        }
    }

    /**
     * Switches a console's echo of typed text; only old servers and MCUboot know it.
     *
     * @param on whether typed text is echoed
     */
    public record ConsoleEchoControl(boolean on) implements WriteRequest<ConsoleEchoControlResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("echo", on).build();
        }

        @Override
        public ConsoleEchoControlResponse readResponse(CborMap payload) {
            return ConsoleEchoControlResponse.from(payload);
        }

        @Override
        public boolean repeatable() {
            return true;
        }
    }

    /**
     * The device has obeyed.
     *
     * @param raw the whole answer
     */
    public record ConsoleEchoControlResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static ConsoleEchoControlResponse from(CborMap raw) {
            return new ConsoleEchoControlResponse(raw);
        }
    }

    /** Asks for the threads of the device, all in one answer: with small buffers it fails with {@code EMSGSIZE}. */
    public record TaskStatistics() implements ReadRequest<TaskStatisticsResponse> {
        @Override
        public int command() {
            return 2;
        }

        @Override
        public TaskStatisticsResponse readResponse(CborMap payload) {
            return TaskStatisticsResponse.from(payload);
        }
    }

    /**
     * The threads of the device.
     *
     * @param tasks in the order of the answer
     * @param raw the whole answer
     */
    public record TaskStatisticsResponse(List<Task> tasks, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the tasks are missing or one lacks its priority */
        public static TaskStatisticsResponse from(CborMap raw) {
            CborMap tasks = raw.map("tasks");
            return new TaskStatisticsResponse(
                    tasks.asMap().keySet().stream()
                            .map(name -> Task.from(name, tasks.map(name)))
                            .toList(),
                    raw);
        }
    }

    /**
     * A thread.
     *
     * @param name its name, or its priority in builds without names
     * @param priority may be negative; some builds send it as an unsigned byte
     * @param id its position in the list, not a lasting id
     * @param state bits of Zephyr's thread state: 1 dummy, 2 pending, 4 sleeping, 8 dead, 16 suspended, 32 aborting, 64
     *     suspending, 128 queued
     * @param raw the whole entry
     */
    public record Task(String name, int priority, long id, int state, CborMap raw) {

        /** The stack grows in words of this many bytes. */
        private static final int STACK_UNIT = 4;

        static Task from(String name, CborMap raw) {
            return new Task(
                    name,
                    raw.integer("prio"),
                    raw.optionalNumber("tid").orElse(0),
                    raw.optionalInteger("state").orElse(0),
                    raw);
        }

        /** Bytes of stack in use; empty in builds that do not measure it. */
        public OptionalLong stackUsed() {
            return bytes("stkuse");
        }

        /** Bytes of stack there are; empty in builds that do not measure it. */
        public OptionalLong stackSize() {
            return bytes("stksiz");
        }

        /** Cycles it has run, 64 bits; empty in builds that do not count them. */
        public OptionalLong runtime() {
            return raw.optionalNumber("runtime");
        }

        /** Context switches (Mynewt; Zephyr sends 0 or nothing). */
        public OptionalLong contextSwitches() {
            return raw.optionalNumber("cswcnt");
        }

        /** Last sanity check-in (Mynewt; Zephyr sends 0 or nothing). */
        public OptionalLong lastCheckin() {
            return raw.optionalNumber("last_checkin");
        }

        /** Next sanity check-in (Mynewt; Zephyr sends 0 or nothing). */
        public OptionalLong nextCheckin() {
            return raw.optionalNumber("next_checkin");
        }

        private OptionalLong bytes(String key) {
            OptionalLong words = raw.optionalNumber(key);
            return words.isEmpty() ? words : OptionalLong.of(words.getAsLong() * STACK_UNIT);
        }
    }

    /** Asks for the memory pools of the device. */
    public record MemoryPools() implements ReadRequest<MemoryPoolsResponse> {
        @Override
        public int command() {
            return 3;
        }

        @Override
        public MemoryPoolsResponse readResponse(CborMap payload) {
            return MemoryPoolsResponse.from(payload);
        }
    }

    /**
     * The memory pools of the device, whether it sent them at the top of the answer (Zephyr) or under {@code mpools}
     * (Mynewt).
     *
     * @param pools in the order of the answer
     * @param raw the whole answer
     */
    public record MemoryPoolsResponse(List<MemoryPool> pools, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if a pool lacks one of its numbers */
        public static MemoryPoolsResponse from(CborMap raw) {
            CborMap all = raw.optionalMap("mpools").orElse(raw);
            List<MemoryPool> pools = new ArrayList<>();
            for (String name : all.asMap().keySet()) {
                all.optionalMap(name)
                        .filter(MemoryPool::describesOne)
                        .ifPresent(pool -> pools.add(MemoryPool.from(name, pool)));
            }
            return new MemoryPoolsResponse(List.copyOf(pools), raw);
        }
    }

    /**
     * A pool of equal blocks.
     *
     * @param name what the device calls it
     * @param blockSize bytes of a block
     * @param blocks how many there are
     * @param free how many are free
     * @param minimumFree the fewest that were ever free
     * @param raw the whole entry
     */
    public record MemoryPool(String name, long blockSize, long blocks, long free, long minimumFree, CborMap raw) {

        /** A map of another kind may stand beside the pools. */
        static boolean describesOne(CborMap entry) {
            return entry.has("blksiz") || entry.has("nblks");
        }

        static MemoryPool from(String name, CborMap raw) {
            return new MemoryPool(
                    name, raw.number("blksiz"), raw.number("nblks"), raw.number("nfree"), raw.number("min"), raw);
        }
    }

    /** Asks for the time on the device. */
    public record DateTimeRead() implements ReadRequest<DateTimeReadResponse> {
        @Override
        public int command() {
            return 4;
        }

        @Override
        public DateTimeReadResponse readResponse(CborMap payload) {
            return DateTimeReadResponse.from(payload);
        }
    }

    /**
     * The time on the device, in whatever zone it keeps.
     *
     * @param text {@code yyyy-MM-ddTHH:mm:ss}, perhaps with milliseconds that are <em>not</em> padded: {@code .5} is
     *     five of them
     * @param raw the whole answer
     */
    public record DateTimeReadResponse(String text, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the time is missing */
        public static DateTimeReadResponse from(CborMap raw) {
            return new DateTimeReadResponse(raw.text("datetime"), raw);
        }
    }

    /**
     * Sets the clock of the device. Not repeated on its own, since time goes on.
     *
     * @param text {@code yyyy-MM-ddTHH:mm:ss} or with up to three digits of milliseconds; Zephyr takes 19 to 25
     *     characters
     */
    public record DateTimeWrite(String text) implements WriteRequest<DateTimeWriteResponse> {
        @Override
        public int command() {
            return 4;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("datetime", text).build();
        }

        @Override
        public DateTimeWriteResponse readResponse(CborMap payload) {
            return DateTimeWriteResponse.from(payload);
        }
    }

    /**
     * The clock is set.
     *
     * @param raw the whole answer
     */
    public record DateTimeWriteResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static DateTimeWriteResponse from(CborMap raw) {
            return new DateTimeWriteResponse(raw);
        }
    }

    /**
     * Restarts the device some 250 ms after its answer, which may get lost. Not repeated on its own, lest a device that
     * has restarted does so again.
     *
     * @param force whether an application that refuses is overruled
     * @param bootMode 0 for the application, 1 for the bootloader's recovery, others as the device defines
     */
    public record Reset(boolean force, int bootMode) implements WriteRequest<ResetResponse> {
        @Override
        public int command() {
            return 5;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .putIf(force, "force", true)
                    .putIf(bootMode != 0, "boot_mode", bootMode)
                    .build();
        }

        @Override
        public ResetResponse readResponse(CborMap payload) {
            return ResetResponse.from(payload);
        }
    }

    /**
     * The device is about to restart.
     *
     * @param raw the whole answer
     */
    public record ResetResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static ResetResponse from(CborMap raw) {
            return new ResetResponse(raw);
        }
    }

    /** Asks for the size and number of the device's buffers; old servers do not know it. */
    public record Parameters() implements ReadRequest<ParametersResponse> {
        @Override
        public int command() {
            return 6;
        }

        @Override
        public ParametersResponse readResponse(CborMap payload) {
            return ParametersResponse.from(payload);
        }
    }

    /**
     * The buffers of the device.
     *
     * @param parameters their size and number
     * @param raw the whole answer
     */
    public record ParametersResponse(McumgrParameters parameters, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if a number is missing or not positive */
        public static ParametersResponse from(CborMap raw) {
            return new ParametersResponse(new McumgrParameters(raw.integer("buf_size"), raw.integer("buf_count")), raw);
        }
    }

    /**
     * Asks what runs on the device.
     *
     * @param format which fields: s kernel, n node, r release, v version, b build time, m machine, p processor, i
     *     board, o operating system, a all; empty leaves the choice to the device (s)
     */
    public record ApplicationInfo(String format) implements ReadRequest<ApplicationInfoResponse> {
        @Override
        public int command() {
            return 7;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().putIf(!format.isEmpty(), "format", format).build();
        }

        @Override
        public ApplicationInfoResponse readResponse(CborMap payload) {
            return ApplicationInfoResponse.from(payload);
        }
    }

    /**
     * What runs on the device.
     *
     * @param output the fields in the order s n r v b m p i o with single blanks between; a field may hold blanks
     * @param raw the whole answer
     */
    public record ApplicationInfoResponse(String output, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the output is missing */
        public static ApplicationInfoResponse from(CborMap raw) {
            return new ApplicationInfoResponse(raw.text("output"), raw);
        }
    }

    /**
     * Asks about the bootloader.
     *
     * @param query {@code mode}, {@code active_b0_slot}, or empty for its name
     */
    public record BootloaderInfo(String query) implements ReadRequest<BootloaderInfoResponse> {
        @Override
        public int command() {
            return 8;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().putIf(!query.isEmpty(), "query", query).build();
        }

        @Override
        public BootloaderInfoResponse readResponse(CborMap payload) {
            return BootloaderInfoResponse.from(payload);
        }
    }

    /**
     * What the device says of its bootloader; which keys there are depends on the query.
     *
     * @param raw the whole answer
     */
    public record BootloaderInfoResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static BootloaderInfoResponse from(CborMap raw) {
            return new BootloaderInfoResponse(raw);
        }

        /** Its name, e.g. {@code MCUboot}; empty in the answer to a query. */
        public Optional<String> bootloader() {
            return raw.optionalText("bootloader");
        }

        /** Its mode; empty unless that was asked for. */
        public Optional<BootloaderMode> mode() {
            OptionalLong code = raw.optionalNumber("mode");
            return code.isPresent() ? Optional.of(BootloaderMode.of(code.getAsLong())) : Optional.empty();
        }

        /** Whether it refuses versions older than the running one. */
        public boolean noDowngrade() {
            return raw.flag("no-downgrade");
        }

        /** The slot of the immutable bootloader's successor; empty unless that was asked for. */
        public OptionalLong activeB0Slot() {
            return raw.optionalNumber("active");
        }
    }
}
