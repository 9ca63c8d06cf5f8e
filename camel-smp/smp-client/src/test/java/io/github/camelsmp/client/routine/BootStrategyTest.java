package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.group.BootloaderMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modes of bootloaders by what they ask of a client (protocol.md 18.1). */
class BootStrategyTest {

    @ParameterizedTest(name = "{0}, settable {1}, in place {2}: {3}")
    @CsvSource({
        "SWAP_USING_SCRATCH, true, false, SWAP",
        "SWAP_USING_MOVE, true, false, SWAP",
        "SWAP_USING_OFFSET, true, false, SWAP",
        "OVERWRITE_ONLY, true, false, OVERWRITE",
        "DIRECT_XIP, true, false, DIRECT_XIP",
        "DIRECT_XIP_WITH_REVERT, true, false, DIRECT_XIP_WITH_REVERT",
        "RAM_LOAD, true, false, RAM_LOAD_WITH_REVERT",
        "RAM_LOAD, false, false, RAM_LOAD",
        "SINGLE_APPLICATION, true, false, SINGLE_SLOT",
        "SINGLE_RAM_LOAD, true, false, SINGLE_SLOT",
        "FIRMWARE_LOADER, true, false, FIRMWARE_LOADER",
        "UNKNOWN, true, false, SWAP",
        "UNKNOWN, true, true, DIRECT_XIP_WITH_REVERT",
        "UNKNOWN, false, true, DIRECT_XIP",
        "UNKNOWN, false, false, DIRECT_XIP"
    })
    void aModeAsksFor(BootloaderMode mode, boolean settable, boolean inPlace, BootStrategy strategy) {
        assertThat(BootStrategy.of(mode, settable, inPlace)).isEqualTo(strategy);
    }

    @ParameterizedTest
    @CsvSource({"SINGLE_SLOT, true", "FIRMWARE_LOADER, true", "LOADER, false", "RECOVERY, false", "SWAP, false"})
    void softwareThatCannotWriteItsOwnSlotMakesWay(BootStrategy strategy, boolean needsLoader) {
        assertThat(strategy.needsLoader()).isEqualTo(needsLoader);
    }
}
