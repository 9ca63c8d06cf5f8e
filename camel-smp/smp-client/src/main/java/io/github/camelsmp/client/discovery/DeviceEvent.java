package io.github.camelsmp.client.discovery;

/** A device came or went. */
public record DeviceEvent(Kind kind, FoundDevice device) {

    /** Which of the two. */
    public enum Kind {
        DISCOVERED,
        LOST
    }

    static DeviceEvent discovered(FoundDevice device) {
        return new DeviceEvent(Kind.DISCOVERED, device);
    }

    static DeviceEvent lost(FoundDevice device) {
        return new DeviceEvent(Kind.LOST, device);
    }
}
