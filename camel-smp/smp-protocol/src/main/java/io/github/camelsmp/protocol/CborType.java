package io.github.camelsmp.protocol;

/** The numbers of RFC 8949: major types (upper three bits of a head) and the heads of simple values. */
final class CborType {

    static final int UNSIGNED = 0;
    static final int NEGATIVE = 1;
    static final int BYTES = 2;
    static final int TEXT = 3;
    static final int LIST = 4;
    static final int MAP = 5;
    static final int TAG = 6;
    static final int SIMPLE = 7;

    static final int FALSE = 0xf4;
    static final int TRUE = 0xf5;
    static final int NULL = 0xf6;
    static final int UNDEFINED = 0xf7;
    static final int HALF = 0xf9;
    static final int FLOAT = 0xfa;
    static final int DOUBLE = 0xfb;
    static final int BREAK = 0xff;

    /** The lower five bits of a head without a length, ended by {@link #BREAK}. */
    static final int INDEFINITE = 31;

    private CborType() {}
}
