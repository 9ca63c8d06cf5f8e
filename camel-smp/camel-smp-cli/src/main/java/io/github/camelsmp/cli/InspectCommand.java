package io.github.camelsmp.cli;

import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.protocol.image.ImageVersion;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is in a firmware file. */
@Command(name = "inspect", description = "Prints what is in a firmware file. Needs no device.")
final class InspectCommand extends SmpAction {

    @Parameters(index = "0", paramLabel = "FILE", description = FirmwareOptions.FILE)
    private String file;

    @Mixin
    private FirmwareOptions firmware;

    @Mixin
    private OutputOptions output;

    @Override
    ExitCode execute() throws IOException {
        List<Map<String, Object>> images =
                firmware.images(file).stream().map(InspectCommand::row).toList();
        output.print(Reply.of(images, Text.of(images.size() == 1 ? images.get(0) : images)));
        return ExitCode.DONE;
    }

    private static Map<String, Object> row(FirmwareImage image) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("image", image.image());
        image.slot().ifPresent(slot -> row.put("slot", slot));
        image.version().map(ImageVersion::listed).ifPresent(version -> row.put("version", version));
        row.put("bytes", image.length());
        row.put("hash", image.hash());
        row.put("sha256", image.sha256());
        return row;
    }
}
