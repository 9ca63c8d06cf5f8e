package org.bluez;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The errors of BlueZ. On the bus an exception has the name of its class, so these are where they are. */
public final class Error {

    private Error() {}

    public static final class Failed extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public Failed(String message) {
            super(message);
        }
    }

    public static final class InProgress extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public InProgress(String message) {
            super(message);
        }
    }

    public static final class NotReady extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public NotReady(String message) {
            super(message);
        }
    }

    public static final class NotConnected extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public NotConnected(String message) {
            super(message);
        }
    }

    public static final class NotPermitted extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public NotPermitted(String message) {
            super(message);
        }
    }

    public static final class AuthenticationFailed extends DBusExecutionException {
        private static final long serialVersionUID = 1;

        public AuthenticationFailed(String message) {
            super(message);
        }
    }
}
