package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Protocol.md 7.2. */
class ConsoleLinesTest {

    @ParameterizedTest
    @CsvSource({
        "86, '123', '123'",
        "89, '127', '127'",
        "90, '123, 11', '127, 7'",
        "93, '127, 11', '127, 11'",
        "180, '127, 119, 11', '127, 127'",
        "182, '127, 123, 7', '127, 127'",
        "384, '127, 123, 123, 123, 39', '127, 127, 127, 127, 27'",
    })
    void cutsAsEachOfTheServersDoes(int size, String zephyr, String mcuboot) {
        assertThat(lengths(ConsoleLines.zephyr(new byte[size]))).isEqualTo(zephyr);
        assertThat(lengths(ConsoleLines.mcuboot(new byte[size]))).isEqualTo(mcuboot);
    }

    @ParameterizedTest
    @CsvSource({"2048, 23, 2805", "4096, 46, 5606", "1024, 12, 1408", "2475, 28, 3392"})
    void needsTheBytesOfTheTableForAFullAnswerOfZephyr(int size, int lines, int bytes) {
        List<byte[]> cut = ConsoleLines.zephyr(new byte[size]);

        assertThat(cut).hasSize(lines);
        assertThat(cut.stream().mapToInt(line -> line.length).sum()).isEqualTo(bytes);
    }

    @Test
    void isTheLineOfTheSpecification() {
        byte[] message = HexFormat.of().parseHex("0b00000a00000000bf61726548656c6c6fff");
        String line = "\u0006\tABQLAAAKAAAAAL9hcmVIZWxsb//CWQ==\n";

        assertThat(text(ConsoleLines.zephyr(message))).isEqualTo(line);
        assertThat(text(ConsoleLines.mcuboot(message))).isEqualTo(line);
    }

    @Test
    void isReadBackByAReceiverOfAnotherMake() {
        Random random = new Random(3);
        for (int size = 8; size < 700; size++) {
            byte[] message = new byte[size];
            random.nextBytes(message);

            assertThat(decoded(ConsoleLines.zephyr(message)))
                    .as("Zephyr, %d bytes", size)
                    .containsExactly(message);
            assertThat(decoded(ConsoleLines.mcuboot(message)))
                    .as("MCUboot, %d bytes", size)
                    .containsExactly(message);
        }
    }

    private static List<byte[]> decoded(List<byte[]> lines) {
        List<byte[]> messages = new ArrayList<>();
        ConsoleDecoder decoder = new ConsoleDecoder(new ConsoleDecoder.Listener() {
            @Override
            public void message(byte[] message) {
                messages.add(message);
            }

            @Override
            public void line(String line) {}

            @Override
            public void discarded(String reason) {}
        });
        lines.forEach(line -> decoder.feed(line, 0, line.length));
        return messages;
    }

    private static String text(List<byte[]> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(new String(line, StandardCharsets.US_ASCII)));
        return text.toString();
    }

    private static String lengths(List<byte[]> lines) {
        return Arrays.toString(lines.stream().mapToInt(line -> line.length).toArray())
                .replaceAll("[\\[\\]]", "");
    }
}
