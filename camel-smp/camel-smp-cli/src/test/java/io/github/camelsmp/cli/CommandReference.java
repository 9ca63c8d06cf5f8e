package io.github.camelsmp.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The page of all commands, made from what the program itself knows of them. */
final class CommandReference {

    private static final List<String> SHARED = List.of("connection", "output");

    private final StringJoiner page = new StringJoiner("\n", "", "\n");

    /** The whole page. */
    static String page() {
        CommandReference reference = new CommandReference();
        reference.write();
        return reference.page.toString();
    }

    /** Every command that does something, by its full name. */
    static List<CommandLine> commands() {
        return leaves(SmpCommand.commandLine()).toList();
    }

    private static Stream<CommandLine> leaves(CommandLine command) {
        Set<CommandLine> subcommands =
                new LinkedHashSet<>(command.getSubcommands().values());
        return subcommands.isEmpty() ? Stream.of(command) : subcommands.stream().flatMap(CommandReference::leaves);
    }

    private void write() {
        lines("// Made by CommandReferenceTest. Run it with -Dsmp.docs.update=true after a change of the code.");
        lines(
                "= Commands",
                "",
                "What each command takes. What they are for is in xref:command-line.adoc[Command line].");
        commands().forEach(this::command);
        CommandSpec info = find("smp info").getCommandSpec();
        lines("", "== Options of every command that asks a device", "");
        lines("They are the options of the endpoint `smp:`, see xref:reference.adoc[Options].", "");
        options(info.mixins().get("connection").options());
        lines("", "== Options of every command", "");
        options(info.mixins().get("output").options());
        lines("", "== Exit codes", "", "[cols=\"1,6\"]", "|===", "|Code |Meaning");
        Arrays.stream(ExitCode.values()).forEach(code -> lines("", "|" + code.number(), "|" + code.meaning()));
        lines("|===");
    }

    private static CommandLine find(String name) {
        return commands().stream()
                .filter(command -> command.getCommandSpec().qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void command(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        List<ArgSpec> own = new ArrayList<>(spec.positionalParameters());
        Set<String> shared = new LinkedHashSet<>();
        SHARED.stream()
                .filter(spec.mixins()::containsKey)
                .forEach(name -> spec.mixins().get(name).options().forEach(option -> shared.add(option.longestName())));
        spec.options().stream()
                .filter(option ->
                        !option.usageHelp() && !option.versionHelp() && !shared.contains(option.longestName()))
                .forEach(own::add);
        lines(
                "",
                "== " + spec.qualifiedName(),
                "",
                String.join(" ", spec.usageMessage().description()));
        lines("", "  " + synopsis(spec), "");
        options(own);
    }

    private static String synopsis(CommandSpec spec) {
        StringJoiner words = new StringJoiner(" ");
        words.add(spec.qualifiedName());
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "..." : "");
            words.add(parameter.arity().min() == 0 ? "[" + label + "]" : label);
        }
        return words.add("[options]").toString();
    }

    private void options(List<? extends ArgSpec> arguments) {
        if (!arguments.isEmpty()) {
            lines("[cols=\"2,5\"]", "|===");
            arguments.forEach(argument -> lines("", "|`" + name(argument) + "`", "|" + description(argument)));
            lines("|===");
        }
    }

    private static String name(ArgSpec argument) {
        if (argument instanceof OptionSpec option) {
            String names = String.join(", ", option.names());
            String value = "=" + option.paramLabel();
            if (option.arity().max() == 0) {
                return names;
            }
            return names + (option.arity().min() == 0 ? "[" + value + "]" : value);
        }
        return argument.paramLabel();
    }

    private static String description(ArgSpec argument) {
        return String.join(" ", argument.description()).replace("|", "\\|");
    }

    private void lines(String... lines) {
        Arrays.stream(lines).forEach(page::add);
    }
}
