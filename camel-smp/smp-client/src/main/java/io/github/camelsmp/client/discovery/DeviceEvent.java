package io.github.camelsmp.client.discovery;

/**
 * A device came or went.
 *
 * @param kind which of the two
 * @param device as it is known now; of one that went, as it was known last
 */
public record DeviceEvent(Kind kind, FoundDevice device) {

    /** Which of the two. */
    public enum Kind {
        /** It is there, and was not at the last look. */
        DISCOVERED,
        /** It was there at the last look, and is not now. */
        LOST
    }

    static DeviceEvent discovered(FoundDevice device) {
        return new DeviceEvent(Kind.DISCOVERED, device);
    }

    static DeviceEvent lost(FoundDevice device) {
        return new DeviceEvent(Kind.LOST, device);
    }
}
