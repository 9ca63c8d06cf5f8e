package io.github.camelsmp.component.zephyr;

/** Texts whose echo request has a wanted size. */
final class EchoText {

    private static final int HEADER_MAP_AND_KEY = 8 + 1 + 2;

    private EchoText() {}

    /** A text that makes the echo request exactly {@code size} bytes long, header included. */
    static String fillingAMessageOf(int size) {
        int room = size - HEADER_MAP_AND_KEY;
        int head = room - 1 < 24 ? 1 : room - 2 < 256 ? 2 : 3;
        return "x".repeat(room - head);
    }
}
