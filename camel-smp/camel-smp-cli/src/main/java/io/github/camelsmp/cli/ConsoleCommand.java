package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnectionListener;
import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpTransportException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The text that shares a serial line with SMP. */
@Command(name = "console", description = "Prints what the device prints on its serial line, until Ctrl-C.")
final class ConsoleCommand extends DeviceCommand<Void> {

    @Option(
            names = "--ansi",
            paramLabel = "ANSI",
            defaultValue = "strip",
            description = "What becomes of colours: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Ansi ansi;

    @Option(names = "--for", paramLabel = "TIME", description = "Ends after this time.")
    private Duration time;

    @Override
    CompletableFuture<Void> start(SmpClient device) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        SmpConnection connection = device.connection();
        connection.listen(new Printer(end));
        connection.keepOpen();
        return time == null ? end : end.completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    String cancelled() {
        return "ended";
    }

    @Override
    Reply reply(Void end) {
        return Reply.NOTHING;
    }

    private final class Printer implements SmpConnectionListener {

        private final CompletableFuture<Void> end;

        Printer(CompletableFuture<Void> end) {
            this.end = end;
        }

        @Override
        public void console(String line) {
            String text = ansi.apply(line);
            output().print(Reply.of(Map.of("line", text), text));
        }

        @Override
        public void connected(Optional<McumgrParameters> parameters) {
            output().say("connected");
        }

        @Override
        public void disconnected(SmpTransportException reason) {
            if (!end.isDone()) {
                output().say(reason.getMessage());
            }
        }
    }
}
