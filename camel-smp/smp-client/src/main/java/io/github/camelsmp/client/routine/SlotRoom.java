package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import io.github.camelsmp.protocol.group.ImageGroup.Slot;
import java.util.List;
import java.util.OptionalLong;

/** Whether images fit the slots of a device. */
final class SlotRoom {

    private final SmpAddress address;

    SlotRoom(SmpAddress address) {
        this.address = address;
    }

    /** @throws SmpImageException if the image is too large for its slot, as far as the device says how large that is */
    void require(FirmwareImage firmware, DeviceState state) {
        require(firmware, firmware.imageLength(), state.largestImage(firmware.image()));
        require(firmware, firmware.length(), state.slotSize(firmware.image()));
    }

    /** @throws SmpImageException if the image is too large for any slot it could be meant for */
    void require(FirmwareImage firmware, List<ImageSlots> slots) {
        for (ImageSlots image : slots) {
            if (image.image() == firmware.image()) {
                OptionalLong largest =
                        image.slots().stream().mapToLong(Slot::size).max();
                require(
                        firmware,
                        firmware.imageLength(),
                        image.maxImageSize().isPresent() ? image.maxImageSize() : largest);
            }
        }
    }

    private void require(FirmwareImage firmware, int length, OptionalLong room) {
        if (room.isPresent() && length > room.getAsLong()) {
            throw new SmpImageException(
                    address.toString(),
                    firmware + " has " + length + " bytes, its slot has room for " + room.getAsLong());
        }
    }
}
