package io.github.camelsmp.examples.factoryline.screen;

/**
 * Text of a device for a screen: what a terminal or a browser would obey is shown instead. Markup needs no care here, the
 * page sets text only.
 */
final class VisibleText {

    /** Characters of a line that are shown. */
    static final int LONGEST = 300;

    private VisibleText() {}

    /** The same text with control characters and invisible ones as their numbers, {@code &#92;u001b}. */
    static String of(String text) {
        StringBuilder shown = new StringBuilder(Math.min(text.length(), LONGEST));
        text.codePoints().limit(LONGEST).forEach(character -> append(shown, character));
        if (text.codePointCount(0, text.length()) > LONGEST) {
            shown.append('…');
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int character) {
        if (isInvisible(character)) {
            shown.append(String.format("\\u%04x", character));
        } else {
            shown.appendCodePoint(character);
        }
    }

    /** Controls, marks that turn the direction of text, halves of pairs, and what is not assigned. */
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
