package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BackendsTest {

    private final Stub bluez = new Stub("bluez", 100);
    private final Stub simpleble = new Stub("simpleble", 50);
    private final Backends backends = new Backends(List.of(simpleble, bluez));

    @Test
    void whereBothAreThereBluezIsTaken() {
        assertThat(backends.choose("auto")).isSameAs(bluez);
    }

    @Test
    void whereThereIsNoBluezSimpleBleIsTaken() {
        bluez.available = false;

        assertThat(backends.choose("auto")).isSameAs(simpleble);
    }

    @Test
    void whereThereIsNeitherTheErrorNamesBothArtifacts() {
        bluez.available = false;
        simpleble.available = false;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> backends.choose("auto"))
                .withMessageContaining("io.github.camelsmp:smp-ble uses BlueZ")
                .withMessageContaining("io.github.camelsmp:smp-ble-simpleble")
                .withMessageContaining("BUSL-1.1");
    }

    @Test
    void theOneThatIsNamedIsTaken() {
        assertThat(backends.choose("simpleble")).isSameAs(simpleble);
    }

    @Test
    void aNameThatNobodyHasIsRefusedWithThoseThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> backends.choose("bluetooth"))
                .withMessage("bleBackend is 'bluetooth', it may be auto, bluez, simpleble");
    }

    @Test
    void theArtifactOfSimpleBleIsNamedWhereItIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Backends(List.of(bluez)).choose("simpleble"))
                .withMessageContaining("add io.github.camelsmp:smp-ble-simpleble");
    }

    @Test
    void whatWasChosenStaysWhileItIsAway() {
        backends.choose("auto");
        bluez.available = false;

        assertThat(backends.choose("auto")).isSameAs(bluez);
    }

    @Test
    void bluezIsOnTheClassPath() {
        assertThat(Backends.onClassPath().choose("bluez").name()).isEqualTo("bluez");
    }

    /** A backend that is there or not. */
    private static final class Stub implements BleBackend {
        private final String name;
        private final int priority;
        private boolean available = true;

        Stub(String name, int priority) {
            this.name = name;
            this.priority = priority;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int priority() {
            return priority;
        }

        @Override
        public boolean isAvailable() {
            return available;
        }

        @Override
        public BleCentral open(Optional<String> adapter, BleCentralListener listener) {
            throw new IllegalStateException("nobody opens it here");
        }
    }
}
