package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The settings of a device. */
@Command(
        name = "settings",
        description = "The settings of a device.",
        subcommands = {
            SettingsCommands.Get.class,
            SettingsCommands.Set.class,
            SettingsCommands.Delete.class,
            SettingsCommands.Commit.class,
            SettingsCommands.Load.class,
            SettingsCommands.Save.class
        })
final class SettingsCommands extends SmpGroup {

    private static final String NAME = "Such as app/interval.";

    @Command(name = "get", description = "Prints a setting, as hexadecimal digits.")
    static final class Get extends DeviceCommand<byte[]> {

        @Parameters(index = "1", paramLabel = "NAME", description = NAME)
        private String name;

        @Option(names = "--text", description = "Prints it as text.")
        private boolean text;

        @Override
        CompletableFuture<byte[]> start(SmpClient device) {
            return device.settings().read(name);
        }

        @Override
        Reply reply(byte[] value) {
            Object shown = text ? new String(value, StandardCharsets.UTF_8) : value;
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("name", name);
            entry.put("val", shown);
            return Reply.of(entry, Text.of(shown));
        }
    }

    @Command(name = "set", description = "Changes a setting, until the next reset if it is not saved.")
    static final class Set extends TellCommand {

        @Parameters(index = "1", paramLabel = "NAME", description = NAME)
        private String name;

        @Parameters(index = "2", arity = "0..1", paramLabel = "HEX", description = "The value, as hexadecimal digits.")
        private Hex value;

        @Option(names = "--text", paramLabel = "TEXT", description = "The value, as text.")
        private String text;

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            if ((value == null) == (text == null)) {
                throw new IllegalArgumentException("one value is needed, as hexadecimal digits or with --text");
            }
            return device.settings().write(name, value == null ? text.getBytes(StandardCharsets.UTF_8) : value.bytes());
        }
    }

    @Command(name = "delete", description = "Removes a setting from storage.")
    static final class Delete extends TellCommand {

        @Parameters(index = "1", paramLabel = "NAME", description = NAME)
        private String name;

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return device.settings().delete(name);
        }
    }

    @Command(name = "commit", description = "Lets the application take the settings that were changed.")
    static final class Commit extends TellCommand {

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return device.settings().commit();
        }
    }

    @Command(name = "load", description = "Reads all settings from storage.")
    static final class Load extends TellCommand {

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return device.settings().load();
        }
    }

    @Command(name = "save", description = "Writes all settings to storage.")
    static final class Save extends TellCommand {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "NAME",
                description = "Only this subtree, on servers that know how.")
        private String name;

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return name == null ? device.settings().save() : device.settings().save(name);
        }
    }
}
