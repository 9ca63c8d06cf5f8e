package io.github.camelsmp.client.simulated;

import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.protocol.image.McubootImage;

/** Images of the simulator as files of the client. */
final class Firmware {

    private Firmware() {}

    static FirmwareImage file(io.github.camelsmp.simulator.FirmwareImage image) {
        return file(0, image);
    }

    static FirmwareImage file(int number, io.github.camelsmp.simulator.FirmwareImage image) {
        return FirmwareImage.of(number, McubootImage.parse(image.bytes()));
    }
}
