package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of group 1 that are one request each. */
@Command(
        name = "images",
        description = "The images in the slots of a device.",
        subcommands = {
            ImageCommands.ListImages.class,
            ImageCommands.Slots.class,
            ImageCommands.Test.class,
            ImageCommands.Confirm.class,
            ImageCommands.Erase.class
        })
final class ImageCommands extends SmpGroup {

    @Command(name = "list", description = "Prints what the slots hold.")
    static final class ListImages extends StateCommand {

        @Override
        CompletableFuture<List<ImageState>> start(SmpClient device) {
            return device.images().list();
        }
    }

    @Command(name = "slots", description = "Prints how large the slots are.")
    static final class Slots extends QuestionCommand<ImageGroup.SlotInfoResponse> {

        Slots() {
            super(
                    ImageGroup.SlotInfo::new,
                    answer -> answer.images().stream().flatMap(Slots::rows).toList());
        }

        private static Stream<Map<String, Object>> rows(ImageGroup.ImageSlots image) {
            return image.slots().stream().map(slot -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("image", image.image());
                row.putAll(slot.raw().asMap());
                return row;
            });
        }
    }

    @Command(name = "test", description = "Lets an image boot once; the reset after that brings the old one back.")
    static final class Test extends StateCommand {

        @Parameters(index = "1", paramLabel = "HASH", description = "Of the image, as 'smp images list' prints it.")
        private Hex hash;

        @Override
        CompletableFuture<List<ImageState>> start(SmpClient device) {
            return device.images().test(hash.bytes());
        }
    }

    @Command(name = "confirm", description = "Makes an image permanent.")
    static final class Confirm extends StateCommand {

        @Parameters(
                index = "1",
                arity = "0..1",
                paramLabel = "HASH",
                description = "Of the image; without it the one that runs.")
        private Hex hash;

        @Override
        CompletableFuture<List<ImageState>> start(SmpClient device) {
            return hash == null
                    ? device.images().confirmRunning()
                    : device.images().confirm(hash.bytes());
        }
    }

    @Command(name = "erase", description = "Erases a slot.")
    static final class Erase extends TellCommand {

        @Option(
                names = "--slot",
                paramLabel = "N",
                description = "Counted over all images, two for each. Default: the one that an upload would use.")
        private Integer slot;

        @Override
        CompletableFuture<Void> tell(SmpClient device) {
            return slot == null ? device.images().erase() : device.images().erase(slot);
        }
    }

    /** A command that is answered with the images. */
    abstract static class StateCommand extends DeviceCommand<List<ImageState>> {

        @Override
        final Reply reply(List<ImageState> images) {
            List<Map<String, Object>> rows =
                    images.stream().map(StateCommand::row).toList();
            return Reply.of(
                    images.stream().map(image -> image.raw().asMap()).toList(),
                    rows.isEmpty() ? "no images" : Text.of(rows));
        }

        private static Map<String, Object> row(ImageState image) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("image", image.image());
            row.put("slot", image.slot());
            row.put("version", image.version());
            row.put("state", state(image));
            row.put("hash", image.hashText());
            return row;
        }

        private static String state(ImageState image) {
            StringJoiner flags = new StringJoiner(", ");
            addIf(image.active(), "active", flags);
            addIf(image.confirmed(), "confirmed", flags);
            addIf(image.pending(), "pending", flags);
            addIf(image.permanent(), "permanent", flags);
            addIf(!image.bootable(), "not bootable", flags);
            return flags.toString();
        }

        private static void addIf(boolean holds, String word, StringJoiner words) {
            if (holds) {
                words.add(word);
            }
        }
    }
}
