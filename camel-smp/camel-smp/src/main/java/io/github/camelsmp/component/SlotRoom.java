package io.github.camelsmp.component;

import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.ImageGroup.ImageSlots;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Whether an image fits its slot, as far as the device tells. */
final class SlotRoom {

    private SlotRoom() {}

    /** Fails with an {@link SmpImageException} if the image is larger than any slot it could be meant for. */
    static CompletableFuture<Void> check(OperationCall call, FirmwareImage firmware) {
        if (!call.settings().options().isInspect()) {
            return CompletableFuture.completedFuture(null);
        }
        return call.send(new ImageGroup.SlotInfo()).handle((slots, failure) -> {
            if (failure == null) {
                require(call, firmware, slots);
            } else if (!(Failures.cause(failure) instanceof SmpErrorException)) {
                throw new CompletionException(Failures.cause(failure));
            }
            return null;
        });
    }

    private static void require(OperationCall call, FirmwareImage firmware, ImageGroup.SlotInfoResponse slots) {
        for (ImageSlots image : slots.images()) {
            OptionalLong room = room(image);
            if (image.image() == firmware.image() && room.isPresent() && firmware.imageLength() > room.getAsLong()) {
                throw new SmpImageException(
                        call.device().address().toString(),
                        firmware + " has " + firmware.imageLength() + " bytes, its slot has room for "
                                + room.getAsLong());
            }
        }
    }

    private static OptionalLong room(ImageSlots image) {
        return image.maxImageSize().isPresent()
                ? image.maxImageSize()
                : image.slots().stream().mapToLong(ImageGroup.Slot::size).max();
    }
}
