package io.github.camelsmp.examples.fleet;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Events as others read them. */
public final class Events {

    /**
     * What happened to a device.
     *
     * @param kind {@code result} or {@code progress}
     * @param said the outcome, or how far it is
     * @param at when, in milliseconds since 1970
     */
    public Map<String, Object> event(String kind, String device, String gateway, String said, long at) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("event", kind);
        event.put("device", device);
        event.put("gateway", gateway);
        event.put(kind.equals("result") ? "outcome" : "progress", said);
        event.put("at", Instant.ofEpochMilli(at).toString());
        return event;
    }
}
