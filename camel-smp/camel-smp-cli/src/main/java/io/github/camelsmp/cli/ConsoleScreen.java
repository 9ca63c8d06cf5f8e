package io.github.camelsmp.cli;

import io.github.camelsmp.client.DeviceConsole;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Shows what a device prints: byte by byte on standard output, or as a line of JSON for each line. */
final class ConsoleScreen implements DeviceConsole.Listener {

    private final OutputOptions output;
    private final CompletableFuture<?> stop;
    private volatile long lastHeard = System.nanoTime();
    private boolean broke;

    /** @param stop done when the line may be gone without a word */
    ConsoleScreen(OutputOptions output, CompletableFuture<?> stop) {
        this.output = output;
        this.stop = stop;
    }

    @Override
    public void text(byte[] text) {
        lastHeard = System.nanoTime();
        if (!output.json()) {
            System.out.write(text, 0, text.length);
            System.out.flush();
        }
    }

    @Override
    public void line(String line) {
        if (output.json()) {
            String text = Ansi.strip.apply(line);
            output.print(Reply.of(Map.of("line", text), text));
        }
    }

    @Override
    public void opened() {
        if (broke) {
            output.say("connected again");
        }
    }

    @Override
    public void broke(SmpTransportException reason) {
        broke = true;
        if (!stop.isDone()) {
            output.say(reason.getMessage() + "; what is typed until it is back is lost");
        }
    }

    /** Waits until the device has said nothing for so long. */
    void awaitSilence(Duration silence) throws ExecutionException, InterruptedException {
        lastHeard = System.nanoTime();
        long left = silence.toNanos();
        while (left > 0) {
            try {
                stop.get(left, TimeUnit.NANOSECONDS);
                return;
            } catch (TimeoutException e) {
                left = silence.toNanos() - (System.nanoTime() - lastHeard);
            }
        }
    }
}
