package io.github.camelsmp.client.model;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.random.RandomGenerator;

/** What a device says, in the words the model needs. */
final class ModelDevice {
    static final int NO_MEMORY = 2;
    static final int NOT_SUPPORTED = 8;
    static final int CORRUPT = 9;
    static final int BUSY = 10;

    private static final int[] BUFFER_SIZES = {64, 128, 256, 1024};
    private static final int[] BUFFER_COUNTS = {1, 2, 4, 100};

    private final CborMap parameters;
    private final boolean knowsParameters;

    ModelDevice(RandomGenerator random) {
        this.parameters = CborMap.builder()
                .put("buf_size", BUFFER_SIZES[random.nextInt(BUFFER_SIZES.length)])
                .put("buf_count", BUFFER_COUNTS[random.nextInt(BUFFER_COUNTS.length)])
                .build();
        this.knowsParameters = random.nextInt(5) > 0;
    }

    byte[] answer(SmpHeader header, CborMap asked) {
        if (header.group() == Question.GROUP) {
            return encode(header, "n", asked.number("n"));
        }
        if (header.command() != new OsGroup.Parameters().command()) {
            return encode(header, "r", asked.text("d"));
        }
        return knowsParameters ? SmpMessage.encodeResponse(header, parameters) : refusal(header, NOT_SUPPORTED);
    }

    static byte[] refusal(SmpHeader header, int code) {
        return encode(header, "rc", code);
    }

    /** A sound header and a map that ends too soon. */
    static byte[] damaged(SmpHeader header) {
        byte[] message = new byte[SmpHeader.SIZE + 1];
        header.response(1).writeTo(message, 0);
        message[SmpHeader.SIZE] = (byte) 0xa1;
        return message;
    }

    /** A message that answers nothing. */
    static byte[] unasked(int sequence) {
        return encode(new SmpHeader(SmpVersion.V2, SmpOp.WRITE, 0, 0, 9, sequence, 9), "x", 1);
    }

    private static byte[] encode(SmpHeader header, String key, Object value) {
        return SmpMessage.encodeResponse(
                header, CborMap.builder().put(key, value).build());
    }
}
