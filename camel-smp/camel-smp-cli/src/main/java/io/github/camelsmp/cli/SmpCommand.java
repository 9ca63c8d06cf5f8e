package io.github.camelsmp.cli;

import java.util.Optional;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

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
            TerminalCommand.class,
            RequestCommand.class,
            SimulateCommand.class,
            InteractiveCommand.class,
            GenerateCompletion.class
        })
public final class SmpCommand extends SmpGroup {

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    private boolean version;

    private SmpCommand() {}

    /** Ready to be executed, or to be hung under another command; each time a new one. */
    public static CommandLine commandLine() {
        CommandLine smp = new CommandLine(new SmpCommand())
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(30)
                .setParameterExceptionHandler(new FailureText());
        Conversions.addTo(smp);
        UsageHelp.addTo(smp);
        return smp;
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
