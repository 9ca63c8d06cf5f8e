package io.github.camelsmp.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** All commands under one name. */
@Command(
        name = "smp",
        versionProvider = SmpCommand.Version.class,
        description = "Manages devices that run Zephyr or MCUboot, over SMP (MCUmgr).",
        subcommands = {
            ListCommand.class,
            InfoCommand.class,
            OsCommands.Echo.class,
            OsCommands.Reset.class,
            UpgradeCommand.class,
            UploadCommand.class,
            InspectCommand.class,
            ImageCommands.class,
            FileCommands.class,
            SettingsCommands.class,
            StatisticsCommands.class,
            OsCommands.Parameters.class,
            OsCommands.Application.class,
            OsCommands.Bootloader.class,
            OsCommands.Tasks.class,
            OsCommands.Memory.class,
            TimeCommands.class,
            GroupCommands.class,
            StorageCommands.class,
            ShellCommand.class,
            ConsoleCommand.class,
            RequestCommand.class,
            SimulateCommand.class,
            InteractiveCommand.class,
            GenerateCompletion.class
        })
public final class SmpCommand {

    private SmpCommand() {}

    /** Ready to be executed, or to be hung under another command; each time a new one. */
    public static CommandLine commandLine() {
        CommandLine smp = new CommandLine(new SmpCommand())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(new FailureText());
        Conversions.addTo(smp);
        describe(smp);
        return smp;
    }

    private static void describe(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true);
        if (command.getSubcommands().isEmpty()) {
            command.getCommandSpec().usageMessage().exitCodeListHeading("%nExit codes:%n");
            command.getCommandSpec().usageMessage().exitCodeList(exitCodes());
        }
        command.getSubcommands().values().forEach(SmpCommand::describe);
    }

    private static Map<String, String> exitCodes() {
        return Arrays.stream(ExitCode.values())
                .collect(Collectors.toMap(
                        code -> Integer.toString(code.number()),
                        ExitCode::meaning,
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** What the jar says of itself. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            Optional<String> version =
                    Optional.ofNullable(SmpCommand.class.getPackage().getImplementationVersion());
            return new String[] {"smp " + version.orElse("(not packaged)")};
        }
    }
}
