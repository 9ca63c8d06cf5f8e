package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelsmp.ble.BleTarget.Kind;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BleTargetTest {

    @ParameterizedTest
    @ValueSource(strings = {"C0:FF:EE:00:00:01", "c0:ff:ee:00:00:01", " c0-ff-ee-00-00-01 ", "C0_FF_EE_00_00_01"})
    void anAddressHasOneSpelling(String text) {
        assertThat(BleTarget.parse(text)).isEqualTo(new BleTarget(Kind.ADDRESS, "C0:FF:EE:00:00:01"));
    }

    @Test
    void whatMacOsGivesInsteadOfAnAddressIsUnderstood() {
        assertThat(BleTarget.parse("0b9d6f2e-3a51-4c5b-9d0e-1f2a3b4c5d6e"))
                .isEqualTo(new BleTarget(Kind.UUID, "0B9D6F2E-3A51-4C5B-9D0E-1F2A3B4C5D6E"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sensor 12", "C0:FF:EE", "Zephyr", "8d53dc1d"})
    void everythingElseIsAName(String text) {
        assertThat(BleTarget.parse(text)).isEqualTo(new BleTarget(Kind.NAME, text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "Sensor*", "a\0b"})
    void whatCanBeNeitherIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BleTarget.parse(text))
                .withMessageContaining("'" + text + "' names no Bluetooth device");
    }

    @Test
    void aNameFitsAnyNameOfADeviceToTheLetter() {
        BlePeer peer = peer("C0:00:00:00:00:01", "Zephyr", "Pump");

        assertThat(BleTarget.parse("Pump").matches(peer)).isTrue();
        assertThat(BleTarget.parse("Zephyr").matches(peer)).isTrue();
        assertThat(BleTarget.parse("pump").matches(peer)).isFalse();
    }

    @Test
    void anAddressFitsInAnyCase() {
        assertThat(BleTarget.parse("aa:bb:cc:dd:ee:ff").matches(peer("AA:BB:CC:DD:EE:FF")))
                .isTrue();
    }

    private static BlePeer peer(String address, String... names) {
        return new BlePeer(address, List.of(names), OptionalInt.empty(), Set.of(), false);
    }
}
