package io.github.camelsmp.protocol.serial;

import static io.github.camelsmp.protocol.Vectors.hex;
import static io.github.camelsmp.protocol.Vectors.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of protocol.md 7.4. */
class ConsoleDecoderTest {

    private static final byte[] ECHO = hex("0b00000a00000000bf61726548656c6c6fff");
    private static final String ECHO_LINE = "<ST>ABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==<LF>";

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aLineOfTextThatAMessageCutsGoesOnBehindIt() {
        Heard heard = Heard.from(text("[00:01] <inf> te"), lines(ECHO_LINE), text("mperature 21\n"));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.lines()).containsExactly("[00:01] <inf> temperature 21");
        assertThat(heard.discarded()).isEmpty();
    }

    @Test
    void textBetweenTheLinesOfAMessageDoesNotDisturbIt() {
        byte[] message = new byte[150];
        byte[] wire = new ConsoleEncoder(128).encode(message);

        Heard heard = Heard.from(Arrays.copyOf(wire, 127), text("log\r\n"), Arrays.copyOfRange(wire, 127, wire.length));

        assertThat(heard.messages()).containsExactly(message);
        assertThat(heard.lines()).containsExactly("log");
    }

    @Test
    void chunksMayBreakAnywhere() {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.writeBytes(text("boot\r\nhalf "));
        stream.writeBytes(lines(ECHO_LINE));
        stream.writeBytes(text("line \u0006 \u0004 not a marker\n"));
        stream.writeBytes(new ConsoleEncoder(16).encode(ECHO));
        byte[] bytes = stream.toByteArray();

        for (int size = 1; size <= bytes.length; size++) {
            byte[][] chunks = new byte[(bytes.length + size - 1) / size][];
            for (int i = 0; i < chunks.length; i++) {
                chunks[i] = Arrays.copyOfRange(bytes, i * size, Math.min(bytes.length, (i + 1) * size));
            }
            Heard heard = Heard.from(chunks);
            assertThat(heard.messages()).containsExactly(ECHO, ECHO);
            assertThat(heard.lines()).containsExactly("boot", "half line \u0006 \u0004 not a marker");
            assertThat(heard.text()).hasToString("boot\r\nhalf line \u0006 \u0004 not a marker\n");
            assertThat(heard.discarded()).isEmpty();
        }
    }

    @Test
    void textIsHeardBeforeItsLineEnds() {
        Heard heard = new Heard();
        ConsoleDecoder decoder = new ConsoleDecoder(heard);
        byte[] prompt = text("uart:~$ ");

        decoder.feed(prompt, 0, prompt.length);

        assertThat(heard.text()).hasToString("uart:~$ ");
        assertThat(heard.lines()).isEmpty();
    }

    @Test
    void aByteThatMayBeginAMarkerIsHeldBackUntilTheNextOneTells() {
        Heard heard = new Heard();
        ConsoleDecoder decoder = new ConsoleDecoder(heard);

        decoder.feed(text("a\u0006"), 0, 2);
        decoder.flushLine();
        decoder.feed(text("b\n"), 0, 2);

        assertThat(heard.lines()).containsExactly("a", "\u0006b");
    }

    @Test
    void aMarkerMayFollowAByteThatLooksLikeOne() {
        Heard heard = Heard.from(text("\u0006"), lines(ECHO_LINE), text("\u0004"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO, ECHO);
        assertThat(heard.lines()).containsExactly("\u0006\u0004");
    }

    @Test
    void carriageReturnsAndBlanksAtTheEndOfALineAreStripped() {
        Heard heard = Heard.from(lines("<ST>ABQLAAAKAAAAAL9hcmVIZWxsb//CWQ=="), text(" \t\r\n"), text("log \r\r\n"));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.lines()).containsExactly("log ");
    }

    @Test
    void linesMayBeCutUnevenly() {
        Heard heard = Heard.from(lines("<ST>ABQL<LF><CT>AAAKAAAAAL9hcmVI<LF><CT>ZWxsb//C<LF><CT>WQ==<LF>"));

        assertThat(heard.messages()).containsExactly(ECHO);
    }

    @Test
    void paddingInTheMiddleOfAFrameIsTaken() {
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] frame = Base64.getDecoder().decode("ABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==");
        String first = base64.encodeToString(Arrays.copyOf(frame, 10));
        String second = base64.encodeToString(Arrays.copyOfRange(frame, 10, frame.length));

        Heard heard = Heard.from(lines("<ST>" + first + "<LF><CT>" + second + "<LF>"));

        assertThat(heard.messages()).containsExactly(ECHO);
    }

    @Test
    void aLineThatIsNotBase64BecomesText() {
        Heard heard = Heard.from(lines("<ST>ABQL"), text("[00:01] <inf> app: hi\n"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.lines()).containsExactly("ABQL[00:01] <inf> app: hi");
        assertThat(heard.discarded()).containsExactly("a line that is not base64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<ST><LF>",
                "<ST>ABQ<LF>",
                "<ST>A===<LF>",
                "<ST>====<LF>",
                "<ST>AB=L<LF>",
                "<ST>AB-_<LF>",
                "<ST>=ABC<LF>"
            })
    void malformedBase64IsDiscarded(String line) {
        Heard heard = Heard.from(lines(line), lines(ECHO_LINE));

        assertThat(heard.discarded()).containsExactly("a line that is not base64");
        assertThat(heard.messages()).containsExactly(ECHO);
    }

    @Test
    void everyByteThatIsNotOfTheAlphabetIsNoticedWhereverItStands() {
        byte[] wire = new ConsoleEncoder(128).encode(new byte[60]);
        for (int at = 2; at < wire.length - 1; at++) {
            byte[] damaged = wire.clone();
            damaged[at] = (byte) 0x80;
            assertThat(Heard.from(damaged).messages()).isEmpty();
            assertThat(Heard.from(damaged).discarded()).containsExactly("a line that is not base64");
        }
    }

    @Test
    void aLineThatANewOneCutsOffBecomesText() {
        Heard heard = Heard.from(lines("<ST>ABQLAAAK"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.lines()).containsExactly("ABQLAAAK");
        assertThat(heard.discarded()).containsExactly("a line that another one cut off");
    }

    @Test
    void aStartInsideAnIncompleteFrameBeginsAnew() {
        Heard heard = Heard.from(lines("<ST>ABQLAAAK<LF>"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.discarded()).containsExactly("a frame that ended after 6 of 22 bytes");
    }

    @Test
    void aContinuationWithoutAStartIsDiscarded() {
        Heard heard = Heard.from(lines("<CT>ABQLAAAK<LF>"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.lines()).isEmpty();
        assertThat(heard.discarded()).containsExactly("a continuation line without a first line");
    }

    @Test
    void aWrongChecksumIsDiscardedWithoutHarmToTheNextFrame() {
        Heard heard = Heard.from(lines("<ST>ABQLAAAKAAAAAL9hcmVIZWxsb//CWg==<LF>"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.discarded()).containsExactly("a frame of 22 bytes with a wrong checksum");
    }

    @Test
    void everyFlippedBitIsNoticed() {
        byte[] wire = lines(ECHO_LINE);
        for (int bit = 0; bit < wire.length * 8; bit++) {
            byte[] damaged = wire.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            boolean onlyPadding = Arrays.equals(decoded(damaged), decoded(wire));
            assertThat(Heard.from(damaged, text("\n")).messages()).hasSize(onlyPadding ? 1 : 0);
        }
    }

    private static byte[] decoded(byte[] line) {
        try {
            return line[0] == 6 && line[1] == 9 && line[line.length - 1] == '\n'
                    ? Base64.getDecoder().decode(Arrays.copyOfRange(line, 2, line.length - 1))
                    : new byte[0];
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    @Test
    void aFrameLongerThanAnnouncedIsDiscarded() {
        Heard heard = Heard.from(lines("<ST>AAQLAAAKAAAAAL9h<LF>"));

        assertThat(heard.discarded()).containsExactly("a frame of 12 bytes that announced 6");
    }

    @Test
    void aFrameTooShortForItsChecksumIsDiscarded() {
        assertThat(Heard.from(lines("<ST>AAEA<LF>")).discarded())
                .containsExactly("a frame whose length leaves no room for its checksum");
        assertThat(Heard.from(lines("<ST>AA==<LF>")).discarded())
                .containsExactly("a first line without a whole length");
    }

    @Test
    void aLineWithoutEndIsBounded() {
        byte[] noise = new byte[10_000];
        Arrays.fill(noise, (byte) 'A');

        Heard heard = Heard.from(lines("<ST>"), noise, text("\n"), lines(ECHO_LINE));

        assertThat(heard.messages()).containsExactly(ECHO);
        assertThat(heard.discarded()).containsExactly("a line of more than 4096 bytes");
        assertThat(String.join("", heard.lines())).hasSize(10_000);
        assertThat(heard.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(4096));
    }

    @Test
    void longerLinesAreTakenWhereTheyAreExpected() {
        byte[] message = new byte[6000];
        byte[] wire = new ConsoleEncoder(8192).encode(message);
        Heard heard = new Heard();

        new ConsoleDecoder(heard, 8192).feed(wire, 0, wire.length);

        assertThat(heard.messages()).containsExactly(message);
        assertThat(Heard.from(wire).messages()).isEmpty();
        assertThatThrownBy(() -> new ConsoleDecoder(heard, 3)).hasMessageContaining("longestLine");
    }

    @Test
    void textThatIsNotUtf8IsReplaced() {
        assertThat(Heard.from(hex("61c30a")).lines()).containsExactly("a\ufffd");
    }

    @Test
    void aPromptWithoutANewlineComesWhenAskedFor() {
        Heard heard = Heard.from(text("uart:~$ "));

        assertThat(heard.lines()).containsExactly("uart:~$ ");
    }

    @Test
    void messagesOfEverySizeSurviveLinesOfEveryLength() {
        Random random = new Random(7);
        for (int lineLength = 8; lineLength < 140; lineLength++) {
            ConsoleEncoder encoder = new ConsoleEncoder(lineLength);
            for (int size = 1; size < 300; size += 1 + random.nextInt(9)) {
                byte[] message = new byte[size];
                random.nextBytes(message);
                byte[] wire = encoder.encode(message);
                assertThat(Heard.from(wire).messages()).containsExactly(message);
                assertThat(longestLine(wire)).isLessThanOrEqualTo(lineLength);
            }
        }
        byte[] largest = new byte[65533];
        random.nextBytes(largest);
        assertThat(Heard.from(new ConsoleEncoder(128).encode(largest)).messages())
                .containsExactly(largest);
    }

    private static int longestLine(byte[] wire) {
        int longest = 0;
        int start = 0;
        for (int i = 0; i < wire.length; i++) {
            if (wire[i] == '\n') {
                longest = Math.max(longest, i + 1 - start);
                start = i + 1;
            }
        }
        assertThat(start).isEqualTo(wire.length);
        return longest;
    }

    @Test
    void messagesThatNoFrameHoldsAreRefused() {
        ConsoleEncoder encoder = new ConsoleEncoder(128);

        assertThatThrownBy(() -> encoder.encode(new byte[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> encoder.encode(new byte[65534])).hasMessageContaining("65534");
        assertThatThrownBy(() -> new ConsoleEncoder(7)).hasMessageContaining("lineLength");
    }

    /** Whatever came before, two newlines later a message is understood, and no text is lost or invented. */
    @Test
    void noiseOfAnyKindIsSurvived() {
        Random random = new Random(42);
        String pieces = "\u0006\t\u0004\u0014\n\r ABQL=+/\u00e9z";
        for (int round = 0; round < 5_000; round++) {
            Heard heard = new Heard();
            ConsoleDecoder decoder = new ConsoleDecoder(heard, 64);
            for (int chunk = random.nextInt(20); chunk >= 0; chunk--) {
                byte[] noise = noise(random, pieces);
                decoder.feed(noise, 0, noise.length);
            }
            decoder.feed(text("\n\n"), 0, 2);
            byte[] wire = lines(ECHO_LINE);
            decoder.feed(wire, 0, wire.length);
            assertThat(heard.messages()).last().isEqualTo(ECHO);
        }
    }

    private static byte[] noise(Random random, String pieces) {
        byte[] noise = new byte[random.nextInt(40)];
        if (random.nextBoolean()) {
            random.nextBytes(noise);
            return noise;
        }
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) pieces.charAt(random.nextInt(pieces.length()));
        }
        return noise;
    }
}
