package io.github.camelsmp.cli;

import io.github.camelsmp.simulator.FirmwareImage;
import io.github.camelsmp.simulator.SimulatedDevice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Boards made of software, to play with. */
@Command(
        name = "simulate",
        description = "Starts simulated boards and keeps them until Ctrl-C.",
        footer = {
            "%nTo try an upgrade:",
            "  smp simulate --new-firmware=new.bin",
            "  smp upgrade udp:127.0.0.1:1337 new.bin"
        })
final class SimulateCommand extends SmpAction {

    private static final long SECOND = 1000;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many. Default: ${DEFAULT-VALUE}.")
    private int count;

    @Mixin
    private SimulatedLines lines;

    @Mixin
    private SimulatedBoard board;

    @Option(
            names = "--new-firmware",
            paramLabel = "FILE",
            description = "Writes an image of the next version there, to try an upgrade with.")
    private Path newFirmware;

    @Option(names = "--for", paramLabel = "TIME", description = "Ends after this time.")
    private Duration time;

    @Mixin
    private OutputOptions output;

    @Override
    ExitCode execute() throws IOException, InterruptedException {
        if (count < 1) {
            throw new IllegalArgumentException("--count is " + count + ", it must be at least 1");
        }
        List<SimulatedDevice> devices = new ArrayList<>();
        CountDownLatch ended = new CountDownLatch(1);
        try (Interrupt interrupt = new Interrupt(ended::countDown)) {
            start(devices);
            run(devices, ended);
        } finally {
            devices.forEach(SimulatedDevice::close);
        }
        return ExitCode.DONE;
    }

    private void start(List<SimulatedDevice> devices) throws IOException {
        List<Map<String, Object>> boards = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            SimulatedDevice device = board.build("board-" + (number + 1));
            devices.add(device);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("name", device.name());
            row.put("addresses", lines.open(device, number));
            boards.add(row);
        }
        if (newFirmware != null) {
            FirmwareImage next = board.nextFirmware();
            PartialFile.write(newFirmware, next.bytes());
            output.say("wrote version " + next.version() + " to " + newFirmware);
        }
        output.print(
                Reply.of(boards, boards.stream().map(Text::of).collect(Collectors.joining(System.lineSeparator()))));
    }

    private void run(List<SimulatedDevice> devices, CountDownLatch ended) throws InterruptedException {
        Optional<Long> end = Optional.ofNullable(time).map(lasts -> System.nanoTime() + lasts.toNanos());
        long seconds = 0;
        while (!ended.await(untilNext(end), TimeUnit.MILLISECONDS)
                && end.filter(at -> at - System.nanoTime() <= 0).isEmpty()) {
            seconds++;
            if (board.talks()) {
                String line = String.format("[%08d] <inf> main: %d s up%n", seconds * SECOND, seconds);
                devices.forEach(device -> device.print(line));
            }
        }
    }

    private static long untilNext(Optional<Long> end) {
        return end.map(at -> Math.max(0, Math.min(SECOND, TimeUnit.NANOSECONDS.toMillis(at - System.nanoTime()) + 1)))
                .orElse(SECOND);
    }
}
