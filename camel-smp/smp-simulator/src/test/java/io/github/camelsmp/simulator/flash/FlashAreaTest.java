package io.github.camelsmp.simulator.flash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** What the factory programmed, and what lies behind it. */
class FlashAreaTest {

    private final Flash flash = new Flash(FlashTiming.INSTANT);
    private final int page = flash.timing().pageSize();
    private final FlashArea area = new FlashArea(flash, 2 * page);

    @Test
    void behindContentThatEndsWithinAPageIsErasedFlash() {
        area.program(new byte[page + 100]);

        assertThat(area.read(page + 98, 4)).containsExactly(0, 0, 0xff, 0xff);
        assertThat(area.isErased(2 * page - 16, 16)).isTrue();
        assertThat(area.isErased(page + 99, 2)).isFalse();
    }

    @Test
    void contentThatIsLargerThanTheAreaIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> area.program(new byte[2 * page + 1]))
                .withMessage(2 * page + 1 + " bytes do not fit a slot of " + 2 * page);
    }
}
