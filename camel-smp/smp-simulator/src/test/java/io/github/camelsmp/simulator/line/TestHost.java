package io.github.camelsmp.simulator.line;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.BufferPool;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Flavour;
import io.github.camelsmp.simulator.server.RequestInterceptor;
import io.github.camelsmp.simulator.server.ServerLoop;
import io.github.camelsmp.simulator.server.ServerTraits;
import io.github.camelsmp.simulator.server.Traffic;
import io.github.camelsmp.simulator.server.Verdict;
import io.github.camelsmp.simulator.server.ZephyrServer;
import io.github.camelsmp.simulator.threads.ManualTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A device that knows nothing but echo, for lines to be tested on. */
final class TestHost implements LineHost, ServerLoop.Machine {

    final ManualTime time = new ManualTime();
    final Traffic traffic = new Traffic();
    Impairment impairment = Impairment.NONE;
    Duration work = Duration.ZERO;
    private final Serving serving;

    TestHost(Flavour flavour, int bufferSize, int bufferCount, int lineBuffers) {
        CommandGroup os = CommandGroup.of(0, "os")
                .write(0, request -> Answer.with("r", request.text("d").orElseThrow()));
        RequestInterceptor interceptor = request -> Verdict.work(work);
        ZephyrServer server = new ZephyrServer(
                ServerTraits.DEFAULT.withBuffers(bufferSize, bufferCount), Map.of(0, os), () -> interceptor);
        serving = new Serving(
                new ServerLoop(server, new BufferPool(bufferSize, bufferCount), this), flavour, 128, lineBuffers);
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public void run(Runnable task) {
        task.run();
    }

    @Override
    public void after(Duration delay, Runnable task) {
        time.after(delay, task);
    }

    @Override
    public long nanos() {
        return time.nanos();
    }

    @Override
    public Optional<Serving> serving() {
        return Optional.of(serving);
    }

    @Override
    public Impairment impairment() {
        return impairment;
    }

    @Override
    public ConsoleNoise noise() {
        return ConsoleNoise.NONE;
    }

    @Override
    public Traffic traffic() {
        return traffic;
    }

    @Override
    public void closed(DeviceLine line) {}

    @Override
    public Duration takeBusyTime() {
        return Duration.ZERO;
    }

    @Override
    public void powerLost() {}
}
