package io.github.camelsmp.protocol.image;

import io.github.camelsmp.protocol.SmpImageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Another image that has to be there, at least in this version.
 *
 * @param image number of the other image
 * @param version its lowest version
 */
public record ImageDependency(int image, ImageVersion version) {

    private static final int SIZE = 12;

    static ImageDependency read(ImageTlv tlv) {
        if (tlv.value().length != SIZE) {
            throw new SmpImageException(tlv.describe() + " has " + tlv.value().length + " bytes, it is due " + SIZE);
        }
        ByteBuffer bytes = ByteBuffer.wrap(tlv.value()).order(ByteOrder.LITTLE_ENDIAN);
        return new ImageDependency(
                Byte.toUnsignedInt(bytes.get(0)),
                new ImageVersion(
                        Byte.toUnsignedInt(bytes.get(4)),
                        Byte.toUnsignedInt(bytes.get(5)),
                        Short.toUnsignedInt(bytes.getShort(6)),
                        Integer.toUnsignedLong(bytes.getInt(8))));
    }
}
