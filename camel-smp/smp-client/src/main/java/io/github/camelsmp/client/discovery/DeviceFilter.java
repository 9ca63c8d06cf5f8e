package io.github.camelsmp.client.discovery;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Which finds are wanted; what is empty does not matter.
 *
 * @param usbVendorId what is not on USB does not pass
 * @param usbProductId what is not on USB does not pass
 * @param usbSerialNumber the whole number; what has none does not pass
 * @param name matches the whole name
 */
public record DeviceFilter(
        OptionalInt usbVendorId, OptionalInt usbProductId, Optional<String> usbSerialNumber, Optional<Pattern> name)
        implements Predicate<FoundDevice> {

    /** Lets everything pass. */
    public static final DeviceFilter ALL =
            new DeviceFilter(OptionalInt.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());

    /** The same for devices on USB with this vendor id, 0 to 65535. */
    public DeviceFilter withUsbVendorId(int value) {
        return new DeviceFilter(OptionalInt.of(value), usbProductId, usbSerialNumber, name);
    }

    /** The same for devices on USB with this product id, 0 to 65535. */
    public DeviceFilter withUsbProductId(int value) {
        return new DeviceFilter(usbVendorId, OptionalInt.of(value), usbSerialNumber, name);
    }

    /** The same for the device on USB with this serial number, compared as a whole. */
    public DeviceFilter withUsbSerialNumber(String value) {
        return new DeviceFilter(usbVendorId, usbProductId, Optional.of(value), name);
    }

    /** The same for devices whose whole name matches. */
    public DeviceFilter withName(Pattern value) {
        return new DeviceFilter(usbVendorId, usbProductId, usbSerialNumber, Optional.of(value));
    }

    @Override
    public boolean test(FoundDevice device) {
        return isWanted(usbVendorId, device.usb().map(UsbIdentity::vendorId))
                && isWanted(usbProductId, device.usb().map(UsbIdentity::productId))
                && (usbSerialNumber.isEmpty()
                        || usbSerialNumber.equals(device.usb().flatMap(UsbIdentity::serialNumber)))
                && name.map(pattern -> pattern.matcher(device.name()).matches()).orElse(true);
    }

    private static boolean isWanted(OptionalInt wanted, Optional<Integer> id) {
        return wanted.isEmpty() || id.filter(told -> told == wanted.getAsInt()).isPresent();
    }
}
