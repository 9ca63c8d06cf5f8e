package io.github.camelsmp.protocol.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.protocol.McumgrParameters;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.serial.SizingStrategy.Auto;
import io.github.camelsmp.protocol.serial.SizingStrategy.BufferParams;
import io.github.camelsmp.protocol.serial.SizingStrategy.BufferSize;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tables of protocol.md 12.2 and 7.2. */
class SizingStrategyTest {

    @ParameterizedTest
    @CsvSource({
        "128, 1, 83, 119, 1",
        "64, 2, 73, 110, 2",
        "127, 2, 167, 234, 2",
        "128, 2, 169, 238, 2",
        "128, 4, 341, 472, 4",
        "128, 8, 685, 944, 8",
        "1024, 1, 755, 1015, 1",
        "512, 8, 2989, 4016, 8",
        "8192, 1, 6131, 8183, 1",
    })
    void lineBuffersBoundTheMessage(int lineLength, int lineBuffers, int largest, int wireBytes, int lines) {
        BufferParams strategy = new BufferParams(lineLength, lineBuffers);

        byte[] wire = new ConsoleEncoder(lineLength).encode(new byte[largest]);

        assertThat(strategy.largestMessage()).isEqualTo(largest);
        assertThat(strategy.largestMessage(new McumgrParameters(384, 4))).isEqualTo(largest);
        assertThat(wire).hasSize(wireBytes);
        assertThat(ConsoleBudget.wireBytes(largest, lineLength)).isEqualTo(wireBytes);
        assertThat(ConsoleBudget.lines(largest, lineLength)).isEqualTo(lines);
    }

    @ParameterizedTest
    @CsvSource({
        "128, 124, 2, 178",
        "256, 252, 3, 353",
        "384, 380, 5, 527",
        "512, 508, 6, 702",
        "1024, 1020, 12, 1404",
        "2048, 2044, 23, 2801",
        "2475, 2471, 27, 3381",
        "4096, 4092, 45, 5599",
        "8192, 8188, 89, 11191",
    })
    void autoFillsTheBufferTheServerNames(int bufferSize, int largest, int lines, int wireBytes) {
        int bound = new Auto().largestMessage(new McumgrParameters(bufferSize, 4));

        assertThat(bound).isEqualTo(largest);
        assertThat(new BufferSize(bufferSize).largestMessage()).isEqualTo(largest);
        assertThat(ConsoleBudget.lines(bound, 128)).isEqualTo(lines);
        assertThat(new ConsoleEncoder(128).encode(new byte[bound])).hasSize(wireBytes);
    }

    @ParameterizedTest
    @CsvSource({"86, 123", "89, 127", "90, 134", "93, 138", "180, 254", "182, 254", "384, 535", "2048, 2805"})
    void linesAreCutLikeMcubootDoes(int messageSize, int wireBytes) {
        assertThat(new ConsoleEncoder(128).encode(new byte[messageSize])).hasSize(wireBytes);
    }

    @Test
    void autoTrustsTwoLinesBeforeItKnowsMore() {
        assertThat(new Auto().largestMessage()).isEqualTo(169);
    }

    @Test
    void aNamedBufferSizeIsKnownToBeMoreThanTheServerSays() {
        assertThat(new BufferSize(1024).exceeds(new McumgrParameters(384, 4))).isTrue();
        assertThat(new BufferSize(1024).exceeds(new McumgrParameters(1024, 4))).isFalse();
    }

    @Test
    void aNamedBufferSizeWinsOverWhatTheServerSays() {
        assertThat(new BufferSize(1024).largestMessage(new McumgrParameters(384, 4)))
                .isEqualTo(1020);
    }

    @Test
    void whatAFrameCannotHoldIsNotPromised() {
        assertThat(new Auto().largestMessage(new McumgrParameters(100_000, 4))).isEqualTo(65533);
        assertThat(new BufferParams(65535, 65535).largestMessage()).isEqualTo(65533);
    }

    @Test
    void buffersWithoutRoomAreRefusedByName() {
        assertThatThrownBy(() -> new Auto().largestMessage(new McumgrParameters(4, 1)))
                .isInstanceOf(SmpProtocolException.class)
                .hasMessageContaining("4 bytes");
        assertThatThrownBy(() -> new BufferSize(12))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bufferSize");
        assertThatThrownBy(() -> new BufferParams(7, 1)).hasMessageContaining("lineLength");
        assertThatThrownBy(() -> new BufferParams(128, 0)).hasMessageContaining("lineBuffers");
        assertThatThrownBy(() -> new BufferParams(16, 1)).hasMessageContaining("no room");
    }
}
