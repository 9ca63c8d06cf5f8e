package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceFilterTest {

    private static final FoundDevice BOARD = device(Optional.of(new UsbIdentity(0x2fe3, 0x0004, Optional.of("DF61"))));
    private static final FoundDevice BUILT_IN = device(Optional.empty());

    @Test
    void letsEverythingPassThatNobodyMindsAbout() {
        assertThat(DeviceFilter.ALL).accepts(BOARD, BUILT_IN);
    }

    @Test
    void asksForTheUsbVendor() {
        assertThat(DeviceFilter.ALL.withUsbVendorId(0x2fe3)).accepts(BOARD).rejects(BUILT_IN);
        assertThat(DeviceFilter.ALL.withUsbVendorId(0x1915)).rejects(BOARD);
    }

    @Test
    void asksForTheUsbProduct() {
        assertThat(DeviceFilter.ALL.withUsbProductId(4)).accepts(BOARD).rejects(BUILT_IN);
        assertThat(DeviceFilter.ALL.withUsbVendorId(0x2fe3).withUsbProductId(5)).rejects(BOARD);
    }

    @Test
    void asksForTheWholeUsbSerialNumber() {
        assertThat(DeviceFilter.ALL.withUsbSerialNumber("DF61")).accepts(BOARD).rejects(BUILT_IN);
        assertThat(DeviceFilter.ALL.withUsbSerialNumber("DF6")).rejects(BOARD);
    }

    @Test
    void rejectsTheUsbSerialNumberOfADeviceThatTellsNone() {
        FoundDevice nameless = device(Optional.of(new UsbIdentity(0x2fe3, 4, Optional.empty())));

        assertThat(DeviceFilter.ALL.withUsbSerialNumber("DF61")).rejects(nameless);
    }

    @Test
    void matchesTheWholeName() {
        assertThat(DeviceFilter.ALL.withName(Pattern.compile("ttyACM\\d+"))).accepts(BOARD);
        assertThat(DeviceFilter.ALL.withName(Pattern.compile("ttyACM"))).rejects(BOARD);
    }

    @ParameterizedTest
    @CsvSource({"0x2fe3, 12259", "0X2FE3, 12259", "12259, 12259", "0, 0", "012, 12", "0xffff, 65535", "' 4 ', 4"})
    void readsUsbIdsInHexadecimalAndDecimal(String text, int id) {
        assertThat(UsbIdentity.parseId("usbVendorId", text)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2fe3", "", "0x", "65536", "-1", "zephyr", "2fe3:0004"})
    void saysWhichOptionHasNoUsbId(String text) {
        assertThatThrownBy(() -> UsbIdentity.parseId("usbVendorId", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("usbVendorId is '" + text + "'")
                .hasMessageContaining("0x2fe3");
    }

    private static FoundDevice device(Optional<UsbIdentity> usb) {
        return new FoundDevice(
                new SmpAddress("serial", "/dev/ttyACM0"),
                "ttyACM0",
                "",
                Optional.empty(),
                usb,
                OptionalInt.empty(),
                Optional.empty());
    }
}
