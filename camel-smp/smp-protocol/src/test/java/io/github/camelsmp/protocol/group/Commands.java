package io.github.camelsmp.protocol.group;

import static io.github.camelsmp.protocol.Vectors.hex;
import static io.github.camelsmp.protocol.group.Command.map;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import io.github.camelsmp.protocol.Vectors;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Every command of every group (protocol.md 6). */
final class Commands {

    private static final CborMap NO_KEYS = CborMap.EMPTY;
    private static final byte[] FILE = hex("000102030405060708090a0b0c0d0e0f");
    private static final ByteBuffer BUFFER = ByteBuffer.wrap(FILE);

    private Commands() {}

    static Stream<Command<?>> all() {
        return Stream.of(
                        os(),
                        image(),
                        statistics(),
                        settings(),
                        legacy(),
                        files(),
                        shell(),
                        enumeration(),
                        transport(),
                        vendors())
                .flatMap(commands -> commands);
    }

    private static String text(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static Stream<Command<?>> os() {
        return Stream.of(
                Command.of("W 0/0", new OsGroup.Echo("hi"), map("d", "hi"))
                        .answer(map("r", "hi"), r -> List.of(r.text()), "hi")
                        .repeatable(true),
                Command.of("W 0/1", new OsGroup.ConsoleEchoControl(true), map("echo", true))
                        .repeatable(true),
                Command.of("R 0/2", new OsGroup.TaskStatistics(), NO_KEYS)
                        .answer(
                                map(
                                        "tasks",
                                        map(
                                                "main",
                                                map(
                                                        "prio",
                                                        -1,
                                                        "tid",
                                                        3,
                                                        "state",
                                                        4,
                                                        "stkuse",
                                                        10,
                                                        "stksiz",
                                                        256,
                                                        "runtime",
                                                        1L << 40,
                                                        "cswcnt",
                                                        5,
                                                        "last_checkin",
                                                        6,
                                                        "next_checkin",
                                                        7))),
                                r -> tasks(r.tasks()),
                                List.of(
                                        "main",
                                        -1,
                                        3L,
                                        4,
                                        OptionalLong.of(40),
                                        OptionalLong.of(1024),
                                        OptionalLong.of(1L << 40),
                                        OptionalLong.of(5),
                                        OptionalLong.of(6),
                                        OptionalLong.of(7)))
                        .least(
                                map("tasks", map("main", map("prio", 15))),
                                List.of(
                                        "main",
                                        15,
                                        0L,
                                        0,
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty(),
                                        OptionalLong.empty())),
                Command.of("R 0/3", new OsGroup.MemoryPools(), NO_KEYS)
                        .answer(
                                map("heap", map("blksiz", 8, "nblks", 100, "nfree", 60, "min", 50)),
                                r -> pools(r.pools()),
                                List.of("heap", 8L, 100L, 60L, 50L))
                        .least(NO_KEYS),
                Command.of("R 0/3", new OsGroup.MemoryPools(), NO_KEYS)
                        .answer(
                                map("mpools", map("heap", map("blksiz", 8, "nblks", 100, "nfree", 60, "min", 50))),
                                r -> pools(r.pools()),
                                List.of("heap", 8L, 100L, 60L, 50L))
                        .least(map("mpools", map())),
                Command.of("R 0/4", new OsGroup.DateTimeRead(), NO_KEYS)
                        .answer(
                                map("datetime", "2026-01-02T03:04:05.5"),
                                r -> List.of(r.text()),
                                "2026-01-02T03:04:05.5"),
                Command.of(
                        "W 0/4",
                        new OsGroup.DateTimeWrite("2026-01-02T03:04:05"),
                        map("datetime", "2026-01-02T03:04:05")),
                Command.of("W 0/5", new OsGroup.Reset(false, 0), NO_KEYS),
                Command.of("W 0/5", new OsGroup.Reset(true, 1), map("force", true, "boot_mode", 1)),
                Command.of("R 0/6", new OsGroup.Parameters(), NO_KEYS)
                        .answer(
                                map("buf_size", 2048, "buf_count", 4),
                                r -> List.of(r.parameters()),
                                new McumgrParameters(2048, 4)),
                Command.of("R 0/7", new OsGroup.ApplicationInfo(""), NO_KEYS)
                        .answer(map("output", "Zephyr"), r -> List.of(r.output()), "Zephyr"),
                Command.of("R 0/7", new OsGroup.ApplicationInfo("sv"), map("format", "sv"))
                        .answer(map("output", "Zephyr 4.4.0"), r -> List.of(r.output()), "Zephyr 4.4.0"),
                Command.of("R 0/8", new OsGroup.BootloaderInfo(""), NO_KEYS)
                        .answer(
                                map("bootloader", "MCUboot"),
                                r -> List.of(r.bootloader(), r.mode()),
                                Optional.of("MCUboot"),
                                Optional.empty())
                        .least(NO_KEYS, Optional.empty(), Optional.empty()),
                Command.of("R 0/8", new OsGroup.BootloaderInfo("mode"), map("query", "mode"))
                        .answer(
                                map("mode", 9, "no-downgrade", true),
                                r -> List.of(r.mode(), r.noDowngrade(), r.bootloader()),
                                Optional.of(BootloaderMode.SWAP_USING_OFFSET),
                                true,
                                Optional.empty())
                        .least(map("mode", -1), Optional.of(BootloaderMode.UNKNOWN), false, Optional.empty()),
                Command.of("R 0/8", new OsGroup.BootloaderInfo("active_b0_slot"), map("query", "active_b0_slot"))
                        .answer(map("active", 1), r -> List.of(r.activeB0Slot()), OptionalLong.of(1)));
    }

    private static List<?> tasks(List<OsGroup.Task> tasks) {
        return tasks.stream()
                .map(task -> List.of(
                        task.name(),
                        task.priority(),
                        task.id(),
                        task.state(),
                        task.stackUsed(),
                        task.stackSize(),
                        task.runtime(),
                        task.contextSwitches(),
                        task.lastCheckin(),
                        task.nextCheckin()))
                .toList();
    }

    private static List<?> pools(List<OsGroup.MemoryPool> pools) {
        return pools.stream()
                .map(pool -> List.of(pool.name(), pool.blockSize(), pool.blocks(), pool.free(), pool.minimumFree()))
                .toList();
    }

    private static Stream<Command<?>> image() {
        CborMap fullState = map(
                "images",
                List.of(map(
                        "image",
                        1,
                        "slot",
                        1,
                        "version",
                        "1.2.3.4",
                        "hash",
                        Vectors.IMAGE_HASH,
                        "bootable",
                        true,
                        "pending",
                        true,
                        "confirmed",
                        true,
                        "active",
                        true,
                        "permanent",
                        true,
                        "compressed",
                        true)),
                "splitStatus",
                0);
        List<?> fullFacts = List.of(1, 1, "1.2.3.4", text(Vectors.IMAGE_HASH), true, true, true, true, true, true);
        CborMap leastState = map("images", List.of(map("slot", 0)));
        List<?> leastFacts = List.of(0, 0, "", "", false, false, false, false, false, false);
        return Stream.of(
                Command.of("R 1/0", new ImageGroup.StateRead(), NO_KEYS)
                        .answer(fullState, r -> states(r), fullFacts)
                        .least(leastState, leastFacts),
                Command.of(
                                "W 1/0",
                                ImageGroup.StateWrite.test(Vectors.IMAGE_HASH),
                                map("hash", Vectors.IMAGE_HASH, "confirm", false))
                        .answer(fullState, r -> states(r), fullFacts)
                        .least(leastState, leastFacts)
                        .repeatable(true),
                Command.of(
                                "W 1/0",
                                ImageGroup.StateWrite.confirm(Vectors.IMAGE_HASH),
                                map("hash", Vectors.IMAGE_HASH, "confirm", true))
                        .answer(fullState, r -> states(r), fullFacts)
                        .least(map("images", List.of()))
                        .repeatable(true),
                Command.of("W 1/0", ImageGroup.StateWrite.confirmRunning(), map("confirm", true))
                        .answer(fullState, r -> states(r), fullFacts)
                        .least(leastState, leastFacts)
                        .repeatable(true),
                Command.of(
                                "W 1/1",
                                ImageGroup.Upload.first(BUFFER, Vectors.FILE_HASH, 0, true, 1024),
                                map(
                                        "off",
                                        0,
                                        "len",
                                        16,
                                        "sha",
                                        Vectors.FILE_HASH,
                                        "image",
                                        0,
                                        "upgrade",
                                        true,
                                        "data",
                                        FILE))
                        .answer(
                                map("off", 16, "match", true),
                                r -> List.of(r.offset(), r.match()),
                                16L,
                                Optional.of(true))
                        .least(map("off", 16), 16L, Optional.empty())
                        .repeatable(true)
                        .patience(Patience.ERASE),
                Command.of("W 1/1", ImageGroup.Upload.following(BUFFER, 5, 22), map("off", 5, "data", hex("0506")))
                        .answer(map("off", 7), r -> List.of(r.offset()), 7L)
                        .repeatable(true),
                Command.of("W 1/1", ImageGroup.Upload.following(BUFFER, 14, 1024), map("off", 14, "data", hex("0e0f")))
                        .answer(
                                map("off", 16, "match", false),
                                r -> List.of(r.offset(), r.match()),
                                16L,
                                Optional.of(false))
                        .least(map("off", 0), 0L, Optional.empty())
                        .repeatable(true)
                        .patience(Patience.LAST_CHUNK),
                Command.of("R 1/3", new ImageGroup.CoreList(), NO_KEYS),
                Command.of("R 1/4", new ImageGroup.CoreLoad(0), map("off", 0))
                        .answer(
                                map("off", 0, "data", FILE, "len", 16),
                                r -> List.of(r.offset(), text(r.data()), r.length()),
                                0L,
                                text(FILE),
                                OptionalLong.of(16))
                        .least(map("off", 0, "data", FILE), 0L, text(FILE), OptionalLong.empty()),
                Command.of("W 1/4", new ImageGroup.CoreErase(), NO_KEYS)
                        .repeatable(true)
                        .patience(Patience.ERASE),
                Command.of("W 1/5", ImageGroup.Erase.defaultSlot(), NO_KEYS)
                        .repeatable(true)
                        .patience(Patience.ERASE),
                Command.of("W 1/5", new ImageGroup.Erase(3), map("slot", 3))
                        .repeatable(true)
                        .patience(Patience.ERASE),
                Command.of("R 1/6", new ImageGroup.SlotInfo(), NO_KEYS)
                        .answer(
                                map(
                                        "images",
                                        List.of(map(
                                                "image",
                                                1,
                                                "slots",
                                                List.of(
                                                        map("slot", 0, "size", 0x76000, "upload_image_id", 3),
                                                        map("slot", 1, "rc", -5)),
                                                "max_image_size",
                                                0x75000))),
                                r -> slots(r),
                                List.of(
                                        1,
                                        List.of(
                                                List.of(0, 0x76000L, OptionalInt.of(3), OptionalInt.empty()),
                                                List.of(1, 0L, OptionalInt.empty(), OptionalInt.of(-5))),
                                        OptionalLong.of(0x75000)))
                        .least(
                                map("images", List.of(map("slots", List.of(map("slot", 0))))),
                                List.of(
                                        0,
                                        List.of(List.of(0, 0L, OptionalInt.empty(), OptionalInt.empty())),
                                        OptionalLong.empty())));
    }

    private static List<?> states(ImageGroup.StateResponse response) {
        return response.images().stream()
                .map(image -> List.of(
                        image.image(),
                        image.slot(),
                        image.version(),
                        image.hashText(),
                        image.bootable(),
                        image.pending(),
                        image.confirmed(),
                        image.active(),
                        image.permanent(),
                        image.compressed()))
                .toList();
    }

    private static List<?> slots(ImageGroup.SlotInfoResponse response) {
        return response.images().stream()
                .map(image -> List.of(
                        image.image(),
                        image.slots().stream()
                                .map(slot -> List.of(slot.slot(), slot.size(), slot.uploadImageId(), slot.rc()))
                                .toList(),
                        image.maxImageSize()))
                .toList();
    }

    private static Stream<Command<?>> statistics() {
        BigInteger large = BigInteger.TWO.pow(63);
        return Stream.of(
                Command.of("R 2/0", new StatisticsGroup.Show("smp"), map("name", "smp"))
                        .answer(
                                map("name", "smp", "fields", map("ticks", 42, "s1", large)),
                                r -> List.of(r.name(), r.fields()),
                                "smp",
                                Map.of("ticks", 42L, "s1", large))
                        .least(map("fields", map()), "", Map.of()),
                Command.of("R 2/1", new StatisticsGroup.ListGroups(), NO_KEYS)
                        .answer(map("stat_list", List.of("smp", "net")), r -> List.of(r.names()), List.of("smp", "net"))
                        .least(map("stat_list", List.of()), List.of()));
    }

    private static Stream<Command<?>> settings() {
        return Stream.of(
                Command.of("R 3/0", new SettingsGroup.Read("a/b"), map("name", "a/b"))
                        .answer(
                                map("val", hex("01020304"), "max_size", 32),
                                r -> List.of(text(r.value()), r.maxSize()),
                                "01020304",
                                OptionalInt.of(32))
                        .least(map("val", hex("")), "", OptionalInt.empty()),
                Command.of("R 3/0", new SettingsGroup.Read("a/b", 64), map("name", "a/b", "max_size", 64))
                        .answer(map("val", hex("01")), r -> List.of(text(r.value())), "01"),
                Command.of("W 3/0", new SettingsGroup.Write("a/b", hex("ff")), map("name", "a/b", "val", hex("ff")))
                        .repeatable(true),
                Command.of("W 3/1", new SettingsGroup.Delete("a/b"), map("name", "a/b"))
                        .repeatable(true),
                Command.of("W 3/2", new SettingsGroup.Commit(), NO_KEYS).repeatable(true),
                Command.of("R 3/3", new SettingsGroup.Load(), NO_KEYS),
                Command.of("W 3/3", new SettingsGroup.Save(), NO_KEYS).repeatable(true),
                Command.of("W 3/3", new SettingsGroup.Save("a"), map("name", "a"))
                        .repeatable(true));
    }

    private static Stream<Command<?>> legacy() {
        return Stream.of(
                Command.of("R 4/0", LogGroup.Show.all(), NO_KEYS)
                        .answer(
                                map(
                                        "next_index",
                                        8,
                                        "logs",
                                        List.of(map(
                                                "name",
                                                "main",
                                                "type",
                                                1,
                                                "entries",
                                                List.of(map(
                                                        "msg",
                                                        FILE,
                                                        "ts",
                                                        -3,
                                                        "level",
                                                        2,
                                                        "index",
                                                        7,
                                                        "module",
                                                        9,
                                                        "type",
                                                        "str",
                                                        "imghash",
                                                        hex("01020304")))))),
                                r -> List.of(r.nextIndex(), logs(r.logs())),
                                8L,
                                List.of(List.of(
                                        "main",
                                        1,
                                        List.of(List.of(
                                                text(FILE),
                                                -3L,
                                                2,
                                                7L,
                                                9,
                                                Optional.of("str"),
                                                Optional.of("01020304"))))))
                        .least(
                                map("logs", List.of(map("name", "main", "entries", List.of(map("msg", FILE))))),
                                0L,
                                List.of(List.of(
                                        "main",
                                        0,
                                        List.of(List.of(
                                                text(FILE), 0L, 0, 0L, 0, Optional.empty(), Optional.empty()))))),
                Command.of(
                                "R 4/0",
                                LogGroup.Show.log("main").fromIndex(8).since(-1),
                                map("log_name", "main", "index", 8, "ts", -1))
                        .answer(map("logs", List.of()), r -> List.of(r.logs()), List.of()),
                Command.of("W 4/1", new LogGroup.Clear(), NO_KEYS).repeatable(true),
                Command.of("W 4/2", new LogGroup.Append(map("msg", "hi")), map("msg", "hi")),
                Command.of("R 4/3", new LogGroup.Modules(), NO_KEYS)
                        .answer(
                                map("module_map", map("DEFAULT", 0, "OS", 1)),
                                r -> List.of(r.modules()),
                                Map.of("DEFAULT", 0, "OS", 1))
                        .least(map("module_map", map()), Map.of()),
                Command.of("R 4/4", new LogGroup.Levels(), NO_KEYS)
                        .answer(map("level_map", map("DEBUG", 0)), r -> List.of(r.levels()), Map.of("DEBUG", 0))
                        .least(map("level_map", map()), Map.of()),
                Command.of("R 4/5", new LogGroup.Logs(), NO_KEYS)
                        .answer(map("log_list", List.of("main")), r -> List.of(r.names()), List.of("main"))
                        .least(map("log_list", List.of()), List.of()),
                Command.of("W 5/0", new CrashGroup.Trigger(CrashGroup.Kind.DIV0), map("t", "div0")),
                Command.of("W 5/0", new CrashGroup.Trigger(CrashGroup.Kind.JUMP0), map("t", "jump0")),
                Command.of("W 5/0", new CrashGroup.Trigger(CrashGroup.Kind.REF0), map("t", "ref0")),
                Command.of("W 5/0", new CrashGroup.Trigger(CrashGroup.Kind.ASSERT), map("t", "assert")),
                Command.of("W 5/0", new CrashGroup.Trigger(CrashGroup.Kind.WDOG), map("t", "wdog")));
    }

    private static List<?> logs(List<LogGroup.Log> logs) {
        return logs.stream()
                .map(log -> List.of(
                        log.name(),
                        log.type(),
                        log.entries().stream()
                                .map(entry -> List.of(
                                        text(entry.message()),
                                        entry.timestamp(),
                                        entry.level(),
                                        entry.index(),
                                        entry.module(),
                                        entry.type(),
                                        entry.imageHash().map(Commands::text)))
                                .toList()))
                .toList();
    }

    private static Stream<Command<?>> files() {
        String name = "/lfs1/t.txt";
        return Stream.of(
                Command.of("R 8/0", new FileSystemGroup.Download(name, 0), map("name", name, "off", 0))
                        .answer(
                                map("off", 0, "data", FILE, "len", 16),
                                r -> List.of(r.offset(), text(r.data()), r.length()),
                                0L,
                                text(FILE),
                                OptionalLong.of(16))
                        .least(map("off", 0, "data", hex("")), 0L, "", OptionalLong.empty()),
                Command.of(
                                "W 8/0",
                                FileSystemGroup.Upload.of(name, 0, 16, BUFFER, 1024),
                                map("name", name, "off", 0, "len", 16, "data", FILE))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .repeatable(true),
                Command.of(
                                "W 8/0",
                                FileSystemGroup.Upload.of(name, 1L << 33, 1L << 40, BUFFER, 1024),
                                map("name", name, "off", 1L << 33, "data", FILE))
                        .answer(map("off", (1L << 33) + 16), r -> List.of(r.offset()), (1L << 33) + 16)
                        .repeatable(true),
                Command.of("R 8/1", new FileSystemGroup.Status(name), map("name", name))
                        .answer(map("len", 16), r -> List.of(r.length()), 16L),
                Command.of("R 8/2", new FileSystemGroup.Hash(name, ""), map("name", name))
                        .answer(
                                map("type", "crc32", "off", 0, "len", 5, "output", 0x3610a686L),
                                r -> List.of(r.type(), r.offset(), r.length(), r.checksum(), r.digest()),
                                "crc32",
                                0L,
                                5L,
                                OptionalLong.of(0x3610a686L),
                                Optional.empty())
                        .least(
                                map("type", "crc32", "len", 5, "output", 1),
                                "crc32",
                                0L,
                                5L,
                                OptionalLong.of(1),
                                Optional.empty())
                        .patience(Patience.ERASE),
                Command.of(
                                "R 8/2",
                                new FileSystemGroup.Hash(name, "sha256", 4, 5),
                                map("name", name, "type", "sha256", "off", 4, "len", 5))
                        .answer(
                                map("type", "sha256", "off", 4, "len", 5, "output", FILE),
                                r -> List.of(
                                        r.type(),
                                        r.offset(),
                                        r.length(),
                                        r.checksum(),
                                        r.digest().map(Commands::text)),
                                "sha256",
                                4L,
                                5L,
                                OptionalLong.empty(),
                                Optional.of(text(FILE)))
                        .least(
                                map("type", "sha256", "len", 5, "output", FILE),
                                "sha256",
                                0L,
                                5L,
                                OptionalLong.empty(),
                                Optional.of(text(FILE)))
                        .patience(Patience.ERASE),
                Command.of("R 8/3", new FileSystemGroup.HashTypes(), NO_KEYS)
                        .answer(
                                map(
                                        "types",
                                        map(
                                                "crc32",
                                                map("format", 0, "size", 4),
                                                "sha256",
                                                map("format", 1, "size", 32))),
                                r -> r.types().stream()
                                        .map(type -> List.of(type.name(), type.isNumber(), type.size()))
                                        .toList(),
                                List.of("crc32", true, 4),
                                List.of("sha256", false, 32))
                        .least(map("types", map())),
                Command.of("W 8/4", new FileSystemGroup.Close(), NO_KEYS).repeatable(true));
    }

    private static Stream<Command<?>> shell() {
        return Stream.of(
                Command.of("W 9/0", new ShellGroup.Execute("kernel version"), map("argv", List.of("kernel version")))
                        .answer(map("o", "Zephyr", "ret", -22), r -> List.of(r.output(), r.returnCode()), "Zephyr", -22)
                        .least(map("o", ""), "", 0),
                Command.of(
                                "W 9/0",
                                new ShellGroup.Execute(List.of("kernel", "version")),
                                map("argv", List.of("kernel", "version")))
                        .answer(map("o", "x", "rc", 7), r -> List.of(r.output(), r.returnCode()), "x", 7)
                        .least(map("o", "x"), "x", 0));
    }

    private static Stream<Command<?>> enumeration() {
        return Stream.of(
                Command.of("R 10/0", new EnumerationGroup.Count(), NO_KEYS)
                        .answer(map("count", 3), r -> List.of(r.count()), 3),
                Command.of("R 10/1", new EnumerationGroup.ListGroups(), NO_KEYS)
                        .answer(map("groups", List.of(1, 0, 10)), r -> List.of(r.groups()), List.of(1, 0, 10))
                        .least(map("groups", List.of()), List.of()),
                Command.of("R 10/2", new EnumerationGroup.Single(2), map("index", 2))
                        .answer(map("group", 10, "end", true), r -> List.of(r.group(), r.isLast()), 10, true)
                        .least(map("group", 10), 10, false),
                Command.of("R 10/3", new EnumerationGroup.Details(), NO_KEYS)
                        .answer(
                                map("groups", List.of(map("group", 0, "name", "OS", "handlers", 9))),
                                r -> details(r),
                                List.of(0, Optional.of("OS"), OptionalInt.of(9)))
                        .least(
                                map("groups", List.of(map("group", 0))),
                                List.of(0, Optional.empty(), OptionalInt.empty())),
                Command.of("R 10/3", new EnumerationGroup.Details(List.of(0, 1)), map("groups", List.of(0, 1)))
                        .answer(map("groups", List.of()), r -> details(r)));
    }

    private static List<?> details(EnumerationGroup.DetailsResponse response) {
        return response.groups().stream()
                .map(group -> List.of(group.group(), group.name(), group.handlers()))
                .toList();
    }

    private static Stream<Command<?>> transport() {
        int unspecified = TransportGroup.UNSPECIFIED;
        CborMap bluetooth = map("address", "AA:BB:CC:DD:EE:FF", "address_type", 1, "le_coded", false);
        return Stream.of(
                Command.of(
                        "W 11/0",
                        new TransportGroup.Connect(64, unspecified, map("x", 1)),
                        map("transport", 64, "x", 1)),
                Command.of(
                        "W 11/0",
                        TransportGroup.Connect.bluetooth(3, "AA:BB:CC:DD:EE:FF", true, false),
                        CborMap.builder(bluetooth)
                                .put("transport", 2)
                                .put("mode", 3)
                                .build()),
                Command.of("W 11/1", TransportGroup.Disconnect.current(), NO_KEYS),
                Command.of("W 11/1", TransportGroup.Disconnect.everything(), map("all", true)),
                Command.of("W 11/1", new TransportGroup.Disconnect(4, false), map("transport", 4)),
                Command.of("R 11/2", new TransportGroup.Status(4), map("transport", 4))
                        .answer(
                                map("supported", true, "active", true, "bridged", true, "transport", 2),
                                r -> List.of(r.supported(), r.active(), r.bridged(), r.transport()),
                                true,
                                true,
                                true,
                                OptionalInt.of(2))
                        .least(NO_KEYS, false, false, false, OptionalInt.empty()),
                Command.of("R 11/2", new TransportGroup.Status(unspecified), NO_KEYS),
                Command.of("R 11/6", new TransportGroup.ListTransports(), NO_KEYS)
                        .answer(
                                map("transports", List.of(map("id", 2, "name", "bt"))),
                                r -> r.transports().stream()
                                        .map(entry -> List.of(entry.id(), entry.name()))
                                        .toList(),
                                List.of(2, Optional.of("bt")))
                        .least(map("transports", List.of(map("id", 2))), List.of(2, Optional.empty())),
                Command.of("R 11/7", new TransportGroup.ListModes(2), map("transport", 2))
                        .answer(
                                map(
                                        "modes",
                                        List.of(map(
                                                "id",
                                                0,
                                                "description",
                                                "central",
                                                "incoming",
                                                true,
                                                "outgoing",
                                                true))),
                                r -> r.modes().stream()
                                        .map(mode -> List.of(
                                                mode.id(), mode.description(), mode.incoming(), mode.outgoing()))
                                        .toList(),
                                List.of(0, "central", true, true))
                        .least(map("modes", List.of(map("id", 0))), List.of(0, "", false, false)),
                Command.of("R 11/8", new TransportGroup.ModeParameters(2, 0), map("transport", 2, "mode", 0))
                        .answer(
                                map("configs", List.of(map("name", "address", "type", 3, "required", true))),
                                r -> r.parameters().stream()
                                        .map(parameter ->
                                                List.of(parameter.name(), parameter.type(), parameter.required()))
                                        .toList(),
                                List.of("address", 3, true))
                        .least(
                                map("configs", List.of(map("name", "address", "type", 3))),
                                List.of("address", 3, false)),
                Command.of("R 70/6", TransportGroup.at(70, new TransportGroup.ListTransports()), NO_KEYS)
                        .answer(map("transports", List.of()), r -> r.transports()));
    }

    private static Stream<Command<?>> vendors() {
        CborMap state = map(
                "class_id",
                FILE,
                "vendor_id",
                FILE,
                "downgrade_prevention_policy",
                1,
                "independent_updateability_policy",
                2,
                "signature_verification_policy",
                3,
                "digest",
                FILE,
                "digest_algorithm",
                -16,
                "signature_check",
                4,
                "sequence_number",
                5,
                "semantic_version",
                List.of(1, 2, -1));
        return Stream.of(
                Command.of("W 63/0", new ZephyrBasicGroup.EraseStorage(), NO_KEYS)
                        .repeatable(true)
                        .patience(Patience.ERASE),
                Command.of(
                                "W 64/1",
                                IntercreateGroup.Upload.first(BUFFER, Vectors.FILE_HASH, 2, 1024),
                                map("off", 0, "len", 16, "sha", Vectors.FILE_HASH, "image", 2, "data", FILE))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .patience(Patience.ERASE),
                Command.of(
                                "W 64/1",
                                IntercreateGroup.Upload.following(BUFFER, 8, 1024),
                                map("off", 8, "data", hex("08090a0b0c0d0e0f")))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .patience(Patience.LAST_CHUNK),
                Command.of("R 66/0", new SuitGroup.ManifestList(), NO_KEYS)
                        .answer(
                                map("manifests", List.of(map("role", 32), map("role", 16))),
                                r -> List.of(r.roles()),
                                List.of(32, 16))
                        .least(map("manifests", List.of()), List.of()),
                Command.of("R 66/1", new SuitGroup.ManifestState(32), map("role", 32))
                        .answer(
                                state,
                                r -> manifest(r),
                                Optional.of(text(FILE)),
                                Optional.of(text(FILE)),
                                OptionalLong.of(1),
                                OptionalLong.of(2),
                                OptionalLong.of(3),
                                Optional.of(text(FILE)),
                                OptionalLong.of(-16),
                                OptionalLong.of(4),
                                OptionalLong.of(5),
                                List.of(1L, 2L, -1L))
                        .least(
                                NO_KEYS,
                                Optional.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                Optional.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                List.of()),
                Command.of(
                                "W 66/2",
                                SuitGroup.EnvelopeUpload.first(BUFFER, true, 1024),
                                map("off", 0, "len", 16, "defer_install", true, "data", FILE))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .patience(Patience.ERASE),
                Command.of(
                                "W 66/2",
                                SuitGroup.EnvelopeUpload.following(BUFFER, 15, 1024),
                                map("off", 15, "data", hex("0f")))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .patience(Patience.LAST_CHUNK),
                Command.of("W 66/2", SuitGroup.EnvelopeUpload.beginInstall(), map("off", 0, "len", 0, "data", hex("")))
                        .answer(map("off", 0), r -> List.of(r.offset()), 0L)
                        .patience(Patience.ERASE),
                Command.of("R 66/3", new SuitGroup.MissingImagePoll(), NO_KEYS)
                        .answer(
                                map("stream_session_id", 9, "resource_id", FILE),
                                r -> List.of(r.sessionId(), r.resourceId().map(Commands::text)),
                                OptionalLong.of(9),
                                Optional.of(text(FILE)))
                        .least(NO_KEYS, OptionalLong.empty(), Optional.empty()),
                Command.of(
                                "W 66/4",
                                SuitGroup.MissingImageUpload.first(BUFFER, 9, 1024),
                                map("stream_session_id", 9, "off", 0, "len", 16, "data", FILE))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .patience(Patience.ERASE),
                Command.of(
                                "W 66/4",
                                SuitGroup.MissingImageUpload.following(BUFFER, 1, 21),
                                map("off", 1, "data", hex("01")))
                        .answer(map("off", 2), r -> List.of(r.offset()), 2L),
                Command.of(
                                "W 66/5",
                                SuitGroup.CacheUpload.first(BUFFER, 2, 1024),
                                map("target_id", 2, "off", 0, "len", 16, "data", FILE))
                        .answer(map("off", 16), r -> List.of(r.offset()), 16L)
                        .patience(Patience.ERASE),
                Command.of("W 66/5", SuitGroup.CacheUpload.following(BUFFER, 1, 21), map("off", 1, "data", hex("01")))
                        .answer(map("off", 2), r -> List.of(r.offset()), 2L),
                Command.of("W 66/6", new SuitGroup.CleanUp(), NO_KEYS),
                Command.of("R 128/0", new MemfaultGroup.DeviceInfo(), NO_KEYS)
                        .answer(
                                map(
                                        "device_serial",
                                        "a",
                                        "hardware_version",
                                        "b",
                                        "software_type",
                                        "c",
                                        "current_version",
                                        "d"),
                                r -> List.of(
                                        r.deviceSerial(), r.hardwareVersion(), r.softwareType(), r.currentVersion()),
                                "a",
                                "b",
                                "c",
                                "d"),
                Command.of("R 128/1", new MemfaultGroup.ProjectKey(), NO_KEYS)
                        .answer(map("project_key", "k"), r -> List.of(r.projectKey()), "k"));
    }

    private static List<?> manifest(SuitGroup.ManifestStateResponse response) {
        return List.of(
                response.classId().map(Commands::text),
                response.vendorId().map(Commands::text),
                response.downgradePreventionPolicy(),
                response.independentUpdateabilityPolicy(),
                response.signatureVerificationPolicy(),
                response.digest().map(Commands::text),
                response.digestAlgorithm(),
                response.signatureCheck(),
                response.sequenceNumber(),
                response.semanticVersion());
    }
}
