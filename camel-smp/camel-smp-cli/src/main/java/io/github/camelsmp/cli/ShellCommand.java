package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.ShellGroup;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The shell of a device. */
@Command(
        name = "shell",
        description = "Runs a command in the shell of the device; without one, each line of standard input until exit.",
        footer = "%nOptions of the command come behind --, as in: smp shell udp:192.0.2.7 -- kernel reboot cold")
final class ShellCommand extends DeviceCommand<Void> {

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND", description = "As it would be typed.")
    private List<String> words = List.of();

    @Option(
            names = "--ansi",
            paramLabel = "ANSI",
            defaultValue = "strip",
            description = "What becomes of colours: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Ansi ansi;

    /** What the last command came to. */
    private volatile ExitCode last = ExitCode.DONE;

    @Override
    CompletableFuture<Void> start(SmpClient device) {
        if (!words.isEmpty()) {
            CompletableFuture<ShellGroup.ExecuteResponse> answer =
                    device.shell().execute(String.join(" ", words));
            return Futures.cancelling(answer.thenAccept(this::print), answer);
        }
        return new InputLines(
                        "smp-shell", line -> print(device.shell().execute(line).get()))
                .start();
    }

    private void print(ShellGroup.ExecuteResponse answer) {
        String text = ansi.apply(answer.output());
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("output", text);
        value.put("returnCode", answer.returnCode());
        output().print(Reply.of(value, withoutBlankLinesAround(text)));
        if (answer.returnCode() != 0) {
            output().say("the command returned " + answer.returnCode());
        }
        last = answer.returnCode() == 0 ? ExitCode.DONE : ExitCode.SAID_NO;
    }

    /** Many a device begins a new line before it prints one. */
    private static String withoutBlankLinesAround(String text) {
        return text.replaceFirst("^[\\r\\n]+", "").stripTrailing();
    }

    @Override
    Reply reply(Void done) {
        return Reply.NOTHING.endingWith(last);
    }
}
