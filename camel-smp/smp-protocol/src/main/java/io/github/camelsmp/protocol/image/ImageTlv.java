package io.github.camelsmp.protocol.image;

import java.util.Optional;

/**
 * A piece of what is said about an image behind its code (protocol.md 17.2).
 *
 * @param code the number of its type, 0 to 0xffff
 * @param isProtected whether the hash of the image covers it
 * @param offset where its entry begins in the file
 * @param value its bytes
 */
public record ImageTlv(int code, boolean isProtected, int offset, byte[] value) {

    /** Its type; empty for those of vendors and those still to come. */
    public Optional<TlvType> type() {
        return TlvType.of(code);
    }

    boolean is(TlvType type) {
        return code == type.code();
    }

    /** Its type and place, for an error message. */
    String describe() {
        String name = type().map(Enum::name).orElseGet(() -> String.format("0x%04x", code));
        return "TLV " + name + " at offset " + offset;
    }
}
