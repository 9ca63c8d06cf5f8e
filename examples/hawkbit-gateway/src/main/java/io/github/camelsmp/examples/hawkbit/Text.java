package io.github.camelsmp.examples.hawkbit;

/** What devices and servers say, before it goes elsewhere. */
final class Text {

    /** hawkBit takes messages of 512 characters. */
    static final int LONGEST_MESSAGE = 512;

    private Text() {}

    /** Without control characters, and marks that turn the direction of text. */
    static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    }

    /** Clean, and cut. */
    static String clean(String text, int longest) {
        String clean = clean(text);
        return clean.length() <= longest ? clean : clean.substring(0, longest - 1) + "…";
    }
}
