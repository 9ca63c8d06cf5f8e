package io.github.camelsmp.ble.bluez;

import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;

/** Answers what BlueZ asks while it pairs. The caller of {@code Pair} is asked, nobody else. */
final class PairingAgent implements Agent1 {

    private final String path;
    private final int passkey;

    PairingAgent(String path, int passkey) {
        this.path = path;
        this.passkey = passkey;
    }

    @Override
    public String getObjectPath() {
        return path;
    }

    @Override
    public void Release() {
        // it is taken back by whoever registered it
    }

    @Override
    public String RequestPinCode(DBusPath device) {
        return "%06d".formatted(passkey);
    }

    @Override
    public UInt32 RequestPasskey(DBusPath device) {
        return new UInt32(passkey);
    }

    @Override
    public void DisplayPinCode(DBusPath device, String code) {
        // there is nobody to show it to
    }

    @Override
    public void DisplayPasskey(DBusPath device, UInt32 shown, UInt16 entered) {
        // there is nobody to show it to
    }

    /** Both sides show a number: it has to be the one that was expected. */
    @Override
    public void RequestConfirmation(DBusPath device, UInt32 shown) {
        if (shown.intValue() != passkey) {
            throw new Agent1.Rejected("the passkey is another one");
        }
    }

    @Override
    public void RequestAuthorization(DBusPath device) {
        throw new Agent1.Rejected("a passkey is expected");
    }

    @Override
    public void AuthorizeService(DBusPath device, String uuid) {
        // it is this side that uses services
    }

    @Override
    public void Cancel() {
        // nothing is under way here
    }
}
