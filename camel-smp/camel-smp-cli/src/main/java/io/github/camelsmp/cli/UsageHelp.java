package io.github.camelsmp.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What {@code --help} shows: first what a command is about, and behind that what all have that talk to a device. */
final class UsageHelp {

    /** The name of the field that commands keep those options in. */
    private static final String CONNECTION = "connection";

    private UsageHelp() {}

    /** Gives help to a command and to all below it. */
    static void addTo(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (!spec.optionsMap().containsKey("--help")) {
            spec.addOption(OptionSpec.builder("-h", "--help")
                    .usageHelp(true)
                    .description("Shows this help.")
                    .build());
        }
        spec.usageMessage().abbreviateSynopsis(true).synopsisSubcommandLabel("COMMAND");
        if (command.getSubcommands().isEmpty()) {
            spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(exitCodes());
        }
        Optional.ofNullable(spec.mixins().get(CONNECTION)).ifPresent(connection -> command.getHelpSectionMap()
                .put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, help -> optionList(help, connection)));
        command.getSubcommands().values().forEach(UsageHelp::addTo);
    }

    private static Map<String, String> exitCodes() {
        return Arrays.stream(ExitCode.values())
                .collect(Collectors.toMap(
                        code -> Integer.toString(code.number()),
                        ExitCode::meaning,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    private static String optionList(Help help, CommandSpec connection) {
        Predicate<OptionSpec> isShared = option -> connection.optionsMap().containsKey(option.longestName());
        List<OptionSpec> all = help.commandSpec().options();
        return help.optionListExcludingGroups(
                        all.stream().filter(isShared.negate()).toList())
                + help.createHeading("%nHow to talk to the device:%n")
                + help.optionListExcludingGroups(all.stream().filter(isShared).toList());
    }
}
