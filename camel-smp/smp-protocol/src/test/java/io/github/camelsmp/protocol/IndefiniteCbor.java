package io.github.camelsmp.protocol;

import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** CBOR as Zephyr and MCUboot write it: maps and lists without lengths, and integers of odd widths. */
public final class IndefiniteCbor {

    private IndefiniteCbor() {}

    /** The payload of an answer. */
    public static byte[] encode(CborMap map) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(map.asMap(), out);
        return out.toByteArray();
    }

    private static void write(Object value, ByteArrayOutputStream out) {
        if (value instanceof Map<?, ?> map) {
            out.write(0xbf);
            map.forEach((key, element) -> {
                write(key, out);
                write(element, out);
            });
            out.write(0xff);
        } else if (value instanceof List<?> list) {
            out.write(0x9f);
            list.forEach(element -> write(element, out));
            out.write(0xff);
        } else if (value instanceof Long number) {
            out.write(number < 0 ? 0x3b : 0x1b);
            long argument = number < 0 ? ~number : number;
            for (int shift = 56; shift >= 0; shift -= 8) {
                out.write((int) (argument >> shift));
            }
        } else {
            byte[] alone = Cbor.encode(CborMap.of(Collections.singletonMap("", value)));
            out.write(alone, 2, alone.length - 2);
        }
    }
}
