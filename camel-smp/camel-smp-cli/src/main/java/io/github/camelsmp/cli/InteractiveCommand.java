package io.github.camelsmp.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One command after another, without the name of the program and perhaps without the address. */
@Command(
        name = "interactive",
        description = "Reads commands from standard input, one a line, until 'exit'.",
        footer = "%nWords with blanks in them are written in quotes.")
final class InteractiveCommand extends SmpAction {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ADDRESS",
            description = "The device of all commands; they are written without one then.")
    private String address;

    @Override
    ExitCode execute() throws ExecutionException, InterruptedException {
        prompt();
        new InputLines("smp-interactive", this::run).start().get();
        return ExitCode.DONE;
    }

    private void run(String line) {
        CommandLine smp = SmpCommand.commandLine()
                .setOut(commandLine().getOut())
                .setErr(commandLine().getErr());
        List<String> words = words(line);
        if (!words.isEmpty()) {
            smp.execute(addressed(smp, words).toArray(String[]::new));
        }
        prompt();
    }

    static List<String> words(String line) {
        return WORD.matcher(line)
                .results()
                .map(word ->
                        word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3))
                .toList();
    }

    /** The address belongs behind the names of the command. */
    private List<String> addressed(CommandLine smp, List<String> words) {
        CommandLine target = smp;
        int names = 0;
        while (names < words.size() && target.getSubcommands().containsKey(words.get(names))) {
            target = target.getSubcommands().get(words.get(names));
            names++;
        }
        List<String> all = new ArrayList<>(words);
        if (address != null && target.getCommand() instanceof AddressedCommand) {
            all.add(names, address);
        }
        return all;
    }

    private void prompt() {
        if (System.console() != null) {
            PrintWriter out = commandLine().getOut();
            out.print("smp> ");
            out.flush();
        }
    }
}
