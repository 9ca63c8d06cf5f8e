package io.github.camelsmp.simulator.recovery;

import io.github.camelsmp.simulator.boot.Bootloader;
import io.github.camelsmp.simulator.boot.ImageSlots;
import io.github.camelsmp.simulator.boot.Slot;
import io.github.camelsmp.simulator.flash.FlashArea;
import io.github.camelsmp.simulator.flash.FlashFault;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/**
 * The upload of the recovery (protocol.md 16.2): into the slot the application runs from, without a look at what it is,
 * without resuming, and in whole write units only. More data than announced is taken as long as the slot holds it. Whatever goes wrong is {@code rc} 3.
 */
final class RecoveryUpload {

    private final Bootloader bootloader;
    private final RecoveryOptions options;
    private FlashArea area;
    private int length;
    private int expected;
    private int erasedTo;

    RecoveryUpload(Bootloader bootloader, RecoveryOptions options) {
        this.bootloader = bootloader;
        this.options = options;
    }

    Answer chunk(Request request) {
        long image = request.unsigned("image").orElse(0);
        byte[] data = request.bytes("data").orElseThrow(RecoveryUpload::refusal);
        long announced = request.unsigned("len").orElse(-1);
        long offset = request.unsigned("off").orElseThrow(RecoveryUpload::refusal);
        try {
            if (offset == 0) {
                expected = 0;
                begin(slot(image), announced);
            }
            if (offset == expected && area != null) {
                write(data);
            }
        } catch (FlashFault e) {
            throw refusal();
        }
        return Answer.with("rc", 0).and("off", expected);
    }

    private static Refusal refusal() {
        return Refusal.rc(Refusal.EINVAL);
    }

    private Slot slot(long image) {
        List<ImageSlots> images = bootloader.images();
        long number = options.has(RecoveryFeature.DIRECT_UPLOAD) ? Math.max(0, image - 1) : 2 * image;
        if (number / 2 >= images.size()) {
            throw refusal();
        }
        ImageSlots slots = images.get((int) (number / 2));
        return Optional.of(slots.primary())
                .filter(primary -> number % 2 == 0)
                .or(slots::secondary)
                .orElseThrow(RecoveryUpload::refusal);
    }

    private void begin(Slot slot, long announced) {
        if (announced < 0 || announced > slot.area().size()) {
            throw refusal();
        }
        area = slot.area();
        length = (int) announced;
        expected = 0;
        erasedTo = 0;
        if (!options.has(RecoveryFeature.PROGRESSIVE_ERASE)) {
            area.eraseAll();
            erasedTo = area.size();
        }
    }

    private void write(byte[] data) {
        if (expected + data.length > area.size()) {
            throw refusal();
        }
        boolean last = expected + data.length >= length;
        int taken = last ? data.length : data.length - data.length % options.writeAlignment();
        eraseTo(expected + taken);
        area.write(expected, ByteBuffer.wrap(data, 0, taken));
        expected += taken;
        if (last && erasedTo < area.size()) {
            area.erase(area.size() - area.pageSize(), area.pageSize());
        }
    }

    private void eraseTo(int end) {
        while (erasedTo < end) {
            area.erase(erasedTo, area.pageSize());
            erasedTo += area.pageSize();
        }
    }
}
