package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Group 11, bridging requests through the device to another transport of it (protocol.md 6.11): newest Zephyr, experimental. */
public final class TransportGroup {

    /** The id of this group. */
    public static final int ID = 11;

    private TransportGroup() {}

    private interface ReadRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    private interface WriteRequest<R> extends SmpRequest<R> {
        @Override
        default SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        default int group() {
            return ID;
        }
    }

    /** Stands for an id that is left to the device. */
    public static final int UNSPECIFIED = -1;

    /**
     * The same request for a device whose firmware moved this group to another id.
     *
     * @param group 64 to 65535
     */
    public static <R> SmpRequest<R> at(int group, SmpRequest<R> request) {
        return new Moved<>(request, group);
    }

    private record Moved<R>(SmpRequest<R> request, int group) implements SmpRequest<R> {
        @Override
        public SmpOp op() {
            return request.op();
        }

        @Override
        public int command() {
            return request.command();
        }

        @Override
        public CborMap payload() {
            return request.payload();
        }

        @Override
        public R readResponse(CborMap payload) {
            return request.readResponse(payload);
        }

        @Override
        public Optional<SmpError> errorIn(CborMap payload) {
            return request.errorIn(payload);
        }

        @Override
        public boolean repeatable() {
            return request.repeatable();
        }

        @Override
        public Patience patience() {
            return request.patience();
        }
    }

    /**
     * Bridges this transport to another one.
     *
     * @param transport id of the other one: 0 console serial, 1 raw serial, 2 Bluetooth, 3 shell, 4 UDP over IPv4, 5 UDP
     *     over IPv6, 6 LoRaWAN, 7 SPI, 64 and more as the application defines
     * @param mode one of those that {@link ListModes} finds, or {@link #UNSPECIFIED}
     * @param parameters those that {@link ModeParameters} finds
     */
    public record Connect(int transport, int mode, CborMap parameters) implements WriteRequest<ConnectResponse> {

        /**
         * Bridges this transport to Bluetooth.
         *
         * @param address of the other device, {@code AA:BB:CC:DD:EE:FF}
         * @param isRandom whether the address is a random one
         * @param codedPhy whether to use LE coded PHY
         */
        public static Connect bluetooth(int mode, String address, boolean isRandom, boolean codedPhy) {
            return new Connect(
                    2,
                    mode,
                    CborMap.builder()
                            .put("address", address)
                            .put("address_type", isRandom ? 1 : 0)
                            .put("le_coded", codedPhy)
                            .build());
        }

        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder(parameters)
                    .put("transport", transport)
                    .putIf(mode != UNSPECIFIED, "mode", mode)
                    .build();
        }

        @Override
        public ConnectResponse readResponse(CborMap payload) {
            return ConnectResponse.from(payload);
        }
    }

    /**
     * The bridge is open.
     *
     * @param raw the whole answer
     */
    public record ConnectResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static ConnectResponse from(CborMap raw) {
            return new ConnectResponse(raw);
        }
    }

    /**
     * Ends bridges.
     *
     * @param transport id of the transport whose bridge ends, or {@link #UNSPECIFIED} for this one
     * @param all whether all bridges end; then no transport may be named
     */
    public record Disconnect(int transport, boolean all) implements WriteRequest<DisconnectResponse> {

        /** Ends the bridge of this transport. */
        public static Disconnect current() {
            return new Disconnect(UNSPECIFIED, false);
        }

        /** Ends all bridges. */
        public static Disconnect everything() {
            return new Disconnect(UNSPECIFIED, true);
        }

        @Override
        public int command() {
            return 1;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .putIf(transport != UNSPECIFIED, "transport", transport)
                    .putIf(all, "all", true)
                    .build();
        }

        @Override
        public DisconnectResponse readResponse(CborMap payload) {
            return DisconnectResponse.from(payload);
        }
    }

    /**
     * The bridge is closed.
     *
     * @param raw the whole answer
     */
    public record DisconnectResponse(CborMap raw) implements SmpResponse {

        /** Any answer that is no error. */
        public static DisconnectResponse from(CborMap raw) {
            return new DisconnectResponse(raw);
        }
    }

    /**
     * Asks whether a transport is bridged.
     *
     * @param transport its id, or {@link #UNSPECIFIED} for this one
     */
    public record Status(int transport) implements ReadRequest<StatusResponse> {
        @Override
        public int command() {
            return 2;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .putIf(transport != UNSPECIFIED, "transport", transport)
                    .build();
        }

        @Override
        public StatusResponse readResponse(CborMap payload) {
            return StatusResponse.from(payload);
        }
    }

    /**
     * The state of a transport.
     *
     * @param supported whether it can be bridged
     * @param active whether it is in use
     * @param bridged whether it is bridged
     * @param raw the whole answer
     */
    public record StatusResponse(boolean supported, boolean active, boolean bridged, CborMap raw)
            implements SmpResponse {

        /** Flags that are not there count as false. */
        public static StatusResponse from(CborMap raw) {
            return new StatusResponse(raw.flag("supported"), raw.flag("active"), raw.flag("bridged"), raw);
        }

        /** Where the bridge leads; empty if there is none. */
        public OptionalInt transport() {
            return raw.optionalInteger("transport");
        }
    }

    /** Asks which transports the device has. */
    public record ListTransports() implements ReadRequest<ListTransportsResponse> {
        @Override
        public int command() {
            return 6;
        }

        @Override
        public ListTransportsResponse readResponse(CborMap payload) {
            return ListTransportsResponse.from(payload);
        }
    }

    /**
     * The transports of the device.
     *
     * @param transports in the order of the answer
     * @param raw the whole answer
     */
    public record ListTransportsResponse(List<TransportEntry> transports, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing or an entry lacks its id */
        public static ListTransportsResponse from(CborMap raw) {
            return new ListTransportsResponse(
                    raw.maps("transports").stream().map(TransportEntry::from).toList(), raw);
        }
    }

    /**
     * A transport.
     *
     * @param id its number
     * @param raw the whole entry
     */
    public record TransportEntry(int id, CborMap raw) {

        static TransportEntry from(CborMap raw) {
            return new TransportEntry(raw.integer("id"), raw);
        }

        /** Its name; empty if the device was built without names. */
        public Optional<String> name() {
            return raw.optionalText("name");
        }
    }

    /**
     * Asks how a transport can be bridged.
     *
     * @param transport its id
     */
    public record ListModes(int transport) implements ReadRequest<ListModesResponse> {
        @Override
        public int command() {
            return 7;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("transport", transport).build();
        }

        @Override
        public ListModesResponse readResponse(CborMap payload) {
            return ListModesResponse.from(payload);
        }
    }

    /**
     * The ways to bridge a transport.
     *
     * @param modes in the order of the answer
     * @param raw the whole answer
     */
    public record ListModesResponse(List<Mode> modes, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing or an entry lacks its id */
        public static ListModesResponse from(CborMap raw) {
            return new ListModesResponse(
                    raw.maps("modes").stream().map(Mode::from).toList(), raw);
        }
    }

    /**
     * A way to bridge a transport.
     *
     * @param id its number
     * @param description for people; empty if the device did not say
     * @param incoming whether requests may come in over it
     * @param outgoing whether requests may go out over it
     * @param raw the whole entry
     */
    public record Mode(int id, String description, boolean incoming, boolean outgoing, CborMap raw) {

        static Mode from(CborMap raw) {
            return new Mode(
                    raw.integer("id"),
                    raw.optionalText("description").orElse(""),
                    raw.flag("incoming"),
                    raw.flag("outgoing"),
                    raw);
        }
    }

    /**
     * Asks which parameters a way to bridge takes.
     *
     * @param transport id of the transport
     * @param mode id of the way to bridge it
     */
    public record ModeParameters(int transport, int mode) implements ReadRequest<ModeParametersResponse> {
        @Override
        public int command() {
            return 8;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder()
                    .put("transport", transport)
                    .put("mode", mode)
                    .build();
        }

        @Override
        public ModeParametersResponse readResponse(CborMap payload) {
            return ModeParametersResponse.from(payload);
        }
    }

    /**
     * The parameters of a way to bridge.
     *
     * @param parameters in the order of the answer
     * @param raw the whole answer
     */
    public record ModeParametersResponse(List<ModeParameter> parameters, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing or an entry lacks its name or type */
        public static ModeParametersResponse from(CborMap raw) {
            return new ModeParametersResponse(
                    raw.maps("configs").stream().map(ModeParameter::from).toList(), raw);
        }
    }

    /**
     * A parameter of a way to bridge.
     *
     * @param name its key in {@link Connect#parameters}
     * @param type 0 unsigned, 1 signed, 2 boolean, 3 text, 4 bytes
     * @param required whether it has to be there
     * @param raw the whole entry
     */
    public record ModeParameter(String name, int type, boolean required, CborMap raw) {

        static ModeParameter from(CborMap raw) {
            return new ModeParameter(raw.text("name"), raw.integer("type"), raw.flag("required"), raw);
        }
    }
}
