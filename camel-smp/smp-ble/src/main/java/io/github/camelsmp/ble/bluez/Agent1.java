package io.github.camelsmp.ble.bluez;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.annotations.DBusInterfaceName;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;

/** What BlueZ calls while it pairs. The names are its own. */
@DBusInterfaceName("org.bluez.Agent1")
public interface Agent1 extends DBusInterface {

    /** BlueZ has no use for this agent any more. */
    void Release();

    /** @return the PIN of a device from before Bluetooth 2.1, 1 to 16 characters */
    String RequestPinCode(DBusPath device);

    /** @return what the device wants to be told, 0 to 999999 */
    UInt32 RequestPasskey(DBusPath device);

    /** Somebody has to type this PIN on the device. */
    void DisplayPinCode(DBusPath device, String code);

    /** Somebody has to type this passkey on the device, and has typed so many digits. */
    void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered);

    /** Whether the device shows the same six digits; an answer says yes, an error no. */
    void RequestConfirmation(DBusPath device, UInt32 passkey);

    /** Whether a device may pair that can neither show nor type anything. */
    void RequestAuthorization(DBusPath device);

    /** Whether the device may use a service of this side. */
    void AuthorizeService(DBusPath device, String uuid);

    /** What was asked last needs no answer any more. */
    void Cancel();

    /** What was asked is not granted. */
    class Rejected extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        /** @param message why not */
        public Rejected(String message) {
            super(message);
        }
    }
}
