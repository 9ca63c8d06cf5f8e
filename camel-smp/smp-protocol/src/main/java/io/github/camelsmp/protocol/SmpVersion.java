package io.github.camelsmp.protocol;

/** The version bits of a header. They decide only how a server reports the error of a group. */
public enum SmpVersion {
    /** Errors of a group are squeezed into the common {@code rc} table. */
    V1(0),
    /** Errors of a group come as {@code err: {group, rc}}. */
    V2(1);

    private final int bits;

    SmpVersion(int bits) {
        this.bits = bits;
    }

    /** The value of bits 3 and 4 of the first byte. */
    public int bits() {
        return bits;
    }

    /**
     * The version people count from one.
     *
     * @throws IllegalArgumentException if it is neither 1 nor 2
     */
    public static SmpVersion of(int number) {
        return switch (number) {
            case 1 -> V1;
            case 2 -> V2;
            default -> throw new IllegalArgumentException("SMP version " + number + " does not exist, choose 1 or 2");
        };
    }

    static SmpVersion ofBits(int bits) {
        return switch (bits) {
            case 0 -> V1;
            case 1 -> V2;
            default ->
                throw new SmpProtocolException("byte 0 of the header names the reserved SMP version " + (bits + 1));
        };
    }
}
