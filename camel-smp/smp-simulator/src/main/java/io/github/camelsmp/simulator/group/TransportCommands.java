package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Group 11 (protocol.md 6.11): a bridge to another transport of the device. It remembers that it is bridged, and to
 * which; requests are not carried anywhere. Newest servers only: add it with the builder's {@code group}.
 */
public final class TransportCommands {

    private static final int ID = 11;
    private static final int INVALID_TRANSPORT = 4;
    private static final int INVALID_MODE = 5;
    private static final int BOTH_TRANSPORT_AND_ALL = 7;
    private static final int NOT_BRIDGED = 8;
    private static final int OUTGOING_NOT_SUPPORTED = 11;
    private static final int OUTGOING_ALREADY_BRIDGED = 13;
    private static final int CONNECT_MISSING_PARAMETER = 14;
    private static final int CONNECT_INVALID_PARAMETER = 15;
    private static final int CONNECT_UNSUPPORTED_PARAMETER = 16;

    private static final long SERIAL = 0;
    private static final long BLUETOOTH = 2;
    private static final Set<String> PARAMETERS = Set.of("address", "address_type", "le_coded");

    private boolean bridged;

    /** A device whose Bluetooth can be reached through its serial line. */
    public static CommandGroup create() {
        return new TransportCommands().group();
    }

    private CommandGroup group() {
        return CommandGroup.of(ID, "transport mgmt")
                .write(0, this::connect)
                .write(1, this::disconnect)
                .read(2, this::status)
                .read(6, request -> Answer.with("transports", List.of(named(SERIAL, "serial"), named(BLUETOOTH, "bt"))))
                .read(7, this::modes)
                .read(8, this::parameters);
    }

    private static Map<String, Object> named(long id, String name) {
        return Answer.with("id", id).and("name", name).keys();
    }

    private static long transport(Request request) {
        long transport = request.unsigned("transport").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        if (transport != SERIAL && transport != BLUETOOTH) {
            throw error(INVALID_TRANSPORT);
        }
        return transport;
    }

    private static Refusal error(int code) {
        return Refusal.group(ID, code);
    }

    private Answer connect(Request request) {
        long transport = transport(request);
        long mode = request.unsigned("mode").orElse(0);
        if (transport == SERIAL) {
            throw error(OUTGOING_NOT_SUPPORTED);
        }
        if (mode != 0) {
            throw error(INVALID_MODE);
        }
        if (bridged) {
            throw error(OUTGOING_ALREADY_BRIDGED);
        }
        requireParameters(request);
        bridged = true;
        return Answer.empty();
    }

    private static void requireParameters(Request request) {
        for (String key : request.keys()) {
            if (!PARAMETERS.contains(key) && !key.equals("transport") && !key.equals("mode")) {
                throw error(CONNECT_UNSUPPORTED_PARAMETER);
            }
        }
        String address = request.text("address").orElseThrow(() -> error(CONNECT_MISSING_PARAMETER));
        if (!address.matches("(\\p{XDigit}{2}:){5}\\p{XDigit}{2}")
                || request.unsigned("address_type").orElse(0) > 1) {
            throw error(CONNECT_INVALID_PARAMETER);
        }
        request.flag("le_coded");
    }

    private Answer disconnect(Request request) {
        boolean all = request.flag("all").orElse(false);
        OptionalLong transport = request.unsigned("transport");
        if (all && transport.isPresent()) {
            throw error(BOTH_TRANSPORT_AND_ALL);
        }
        if (!bridged) {
            throw error(NOT_BRIDGED);
        }
        bridged = false;
        return Answer.empty();
    }

    private Answer status(Request request) {
        boolean known = request.unsigned("transport").orElse(BLUETOOTH) == BLUETOOTH;
        Answer answer = Answer.with("supported", known).and("active", known && bridged);
        return bridged ? answer.and("bridged", true).and("transport", BLUETOOTH) : answer;
    }

    private Answer modes(Request request) {
        boolean bluetooth = transport(request) == BLUETOOTH;
        return Answer.with(
                "modes",
                bluetooth
                        ? List.of(Answer.with("id", 0)
                                .and("description", "central")
                                .and("outgoing", true)
                                .keys())
                        : List.of());
    }

    private Answer parameters(Request request) {
        boolean bluetooth = transport(request) == BLUETOOTH;
        if (!bluetooth || request.unsigned("mode").orElseThrow(() -> Refusal.rc(Refusal.EINVAL)) != 0) {
            throw error(INVALID_MODE);
        }
        return Answer.with(
                "configs",
                List.of(
                        Answer.with("name", "address")
                                .and("type", 3)
                                .and("required", true)
                                .keys(),
                        Answer.with("name", "address_type").and("type", 0).keys(),
                        Answer.with("name", "le_coded").and("type", 2).keys()));
    }
}
