package io.github.camelsmp.cli;

import io.github.camelsmp.client.DeviceConsole;
import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.client.SmpResources;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Keyboard and screen for the console of a device. */
@Command(
        name = "terminal",
        description = "Sends every key to the console of the device, and shows what it prints, until Ctrl-].",
        footer = {
            "%nWhere standard input is no keyboard, what comes from there is sent:",
            "  echo kernel version | smp terminal serial:/dev/ttyACM0"
        })
final class TerminalCommand extends AddressedCommand {

    private static final int CONTROL = 0x1f;

    @Option(
            names = "--escape",
            paramLabel = "KEY",
            defaultValue = "]",
            description = "The key that leaves, together with Ctrl: a letter or one of [ \\ ] ^ _."
                    + " Default: ${DEFAULT-VALUE}.")
    private String escape;

    @Option(
            names = "--idle",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "Behind the end of standard input, ends when the device has printed nothing for this time."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration idle;

    @Override
    ExitCode execute() throws Exception {
        OptionalInt last = OptionalInt.of(escapeKey());
        CompletableFuture<ExitCode> stop = new CompletableFuture<>();
        ConsoleScreen screen = new ConsoleScreen(output(), stop);
        try (Interrupt interrupt = new Interrupt(() -> stop.complete(ExitCode.CANCELLED));
                SmpResources resources = SmpResources.create();
                DeviceConsole console = resources.console(
                        SmpAddress.parse(address()), connection().clientOptions(), screen)) {
            await(console.open(), stop);
            Optional<RawTerminal> keyboard = RawTerminal.open();
            if (keyboard.isPresent()) {
                try (RawTerminal terminal = keyboard.get()) {
                    output().say("connected to " + address() + ", Ctrl-" + escape.toUpperCase(Locale.ROOT) + " leaves");
                    await(new KeyStream(terminal.keys(), last, console::type).start(), stop);
                }
            } else {
                await(
                        new KeyStream(System.in, OptionalInt.empty(), keys -> console.type(keys)
                                        .get())
                                .start(),
                        stop);
                screen.awaitSilence(idle);
            }
            return stop.getNow(ExitCode.DONE);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private int escapeKey() {
        if (!escape.matches("[A-Za-z\\[\\\\\\]^_]")) {
            throw new IllegalArgumentException("--escape is '" + escape + "', it may be a letter or one of [ \\ ] ^ _");
        }
        return escape.charAt(0) & CONTROL;
    }

    private static void await(CompletableFuture<?> step, CompletableFuture<ExitCode> stop)
            throws ExecutionException, InterruptedException {
        CompletableFuture.anyOf(step, stop).get();
    }
}
