package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import io.github.camelsmp.simulator.server.ServerTraits;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;

/** Group 0 (protocol.md 6.0). */
public final class OsCommands {

    private static final int ID = 0;
    private static final int INVALID_FORMAT = 2;
    private static final int RTC_NOT_SET = 4;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private final OsOptions options;
    private final ServerTraits traits;
    private final Bootloader bootloader;
    private final RealTimeClock clock;
    private final DeviceControl control;

    /** Commands that tell of these parts of a device, and reset it. */
    public OsCommands(
            OsOptions options, ServerTraits traits, Bootloader bootloader, RealTimeClock clock, DeviceControl control) {
        this.options = options;
        this.traits = traits;
        this.bootloader = bootloader;
        this.clock = clock;
        this.control = control;
    }

    /** The commands that are compiled in. */
    public CommandGroup group() {
        CommandGroup group = CommandGroup.of(ID, "os mgmt")
                .translating(OsCommands::version1Code)
                .read(0, this::echo)
                .write(0, this::echo)
                .read(4, this::dateTime)
                .write(4, this::setDateTime)
                .write(5, this::reset);
        if (!options.tasks().isEmpty()) {
            group.read(2, this::taskStatistics);
        }
        if (!options.pools().isEmpty()) {
            group.read(3, this::memoryPools);
        }
        if (options.parameters()) {
            group.read(6, this::parameters);
        }
        if (options.applicationInfo()) {
            group.read(7, this::applicationInfo);
        }
        if (options.bootloaderInfo()) {
            group.read(8, this::bootloaderInfo);
        }
        return group;
    }

    private static int version1Code(int code) {
        return switch (code) {
            case INVALID_FORMAT, 3 -> Refusal.EINVAL;
            case RTC_NOT_SET -> Refusal.ENOENT;
            default -> Refusal.EUNKNOWN;
        };
    }

    private Answer echo(Request request) {
        return Answer.with("r", request.text("d").orElse(""));
    }

    private Answer taskStatistics(Request request) {
        Map<String, Object> tasks = new LinkedHashMap<>();
        for (SimulatedTask task : options.tasks()) {
            tasks.put(
                    task.name(),
                    Answer.with("prio", task.priority())
                            .and("tid", tasks.size())
                            .and("state", task.state())
                            .and("stksiz", task.stackSize())
                            .and("stkuse", task.stackUsed())
                            .and("runtime", task.runtime())
                            .keys());
        }
        return Answer.with("tasks", tasks);
    }

    private Answer memoryPools(Request request) {
        Map<String, Object> pools = new LinkedHashMap<>();
        for (MemoryPool pool : options.pools()) {
            pools.put(
                    pool.name(),
                    Answer.with("blksiz", pool.blockSize())
                            .and("nblks", pool.blocks())
                            .and("nfree", pool.free())
                            .and("min", pool.minimum())
                            .keys());
        }
        return options.poolsNested() ? Answer.with("mpools", pools) : Answer.of(pools);
    }

    private Answer dateTime(Request request) {
        LocalDateTime now = clock.now().orElseThrow(() -> Refusal.group(ID, RTC_NOT_SET));
        String text = SECONDS.format(now);
        return Answer.with("datetime", options.milliseconds() ? text + "." + now.getNano() / 1_000_000 : text);
    }

    private Answer setDateTime(Request request) {
        String text = request.text("datetime").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        if (text.length() < 19 || text.length() > 25) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        clock.set(RealTimeClock.parse(text).orElseThrow(() -> Refusal.group(ID, INVALID_FORMAT)));
        return Answer.empty();
    }

    /** A key of the wrong type is without effect, because this command ignores the result of decoding. */
    private Answer reset(Request request) {
        control.reset(bootMode(request));
        return Answer.empty();
    }

    private static int bootMode(Request request) {
        try {
            request.flag("force");
            OptionalLong mode = request.unsigned("boot_mode");
            return mode.isPresent() ? (int) Math.min(mode.getAsLong(), 0xff) : 0;
        } catch (Refusal wrongType) {
            return 0;
        }
    }

    private Answer parameters(Request request) {
        return Answer.with("buf_size", traits.bufferSize()).and("buf_count", traits.bufferCount());
    }

    private Answer applicationInfo(Request request) {
        String format = request.text("format").orElse("s");
        StringBuilder output = new StringBuilder();
        for (char letter : format.toCharArray()) {
            if (letter != 'a' && ApplicationInfo.LETTERS.indexOf(letter) < 0) {
                throw Refusal.group(ID, INVALID_FORMAT);
            }
        }
        for (char letter : ApplicationInfo.LETTERS.toCharArray()) {
            if (format.indexOf('a') >= 0 || format.indexOf(letter) >= 0) {
                output.append(output.isEmpty() ? "" : " ").append(options.info().field(letter));
            }
        }
        return Answer.with("output", output.toString());
    }

    /** An unknown query arrives as {@code rc} 3: the handler returns the number of the group error as it is. */
    private Answer bootloaderInfo(Request request) {
        String query = request.text("query").orElse("");
        return switch (query) {
            case "" -> Answer.with("bootloader", "MCUboot");
            case "mode" -> {
                Answer mode = Answer.with("mode", bootloader.mode().code());
                yield bootloader.preventsDowngrade() ? mode.and("no-downgrade", true) : mode;
            }
            default -> throw Refusal.rc(3);
        };
    }
}
