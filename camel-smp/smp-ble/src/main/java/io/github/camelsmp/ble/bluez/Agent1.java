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

    void Release();

    String RequestPinCode(DBusPath device);

    UInt32 RequestPasskey(DBusPath device);

    void DisplayPinCode(DBusPath device, String code);

    void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered);

    void RequestConfirmation(DBusPath device, UInt32 passkey);

    void RequestAuthorization(DBusPath device);

    void AuthorizeService(DBusPath device, String uuid);

    void Cancel();

    /** What was asked is not granted. */
    class Rejected extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public Rejected(String message) {
            super(message);
        }
    }
}
