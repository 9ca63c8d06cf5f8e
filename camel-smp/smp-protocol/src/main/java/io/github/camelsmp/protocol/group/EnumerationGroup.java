package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Group 10, enumeration of the groups a device has (protocol.md 6.10). */
public final class EnumerationGroup {

    /** The id of this group. */
    public static final int ID = 10;

    private EnumerationGroup() {}

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

    /** Asks how many groups there are. */
    public record Count() implements ReadRequest<CountResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public CountResponse readResponse(CborMap payload) {
            return CountResponse.from(payload);
        }
    }

    /**
     * The number of groups.
     *
     * @param count how many there are
     * @param raw the whole answer
     */
    public record CountResponse(int count, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the number is missing */
        public static CountResponse from(CborMap raw) {
            return new CountResponse(raw.integer("count"), raw);
        }
    }

    /** Asks for the ids of all groups. */
    public record ListGroups() implements ReadRequest<ListGroupsResponse> {
        @Override
        public int command() {
            return 1;
        }

        @Override
        public ListGroupsResponse readResponse(CborMap payload) {
            return ListGroupsResponse.from(payload);
        }
    }

    /**
     * The ids of all groups.
     *
     * @param groups not sorted
     * @param raw the whole answer
     */
    public record ListGroupsResponse(List<Integer> groups, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing */
        public static ListGroupsResponse from(CborMap raw) {
            return new ListGroupsResponse(
                    raw.numbers("groups").stream().map(Long::intValue).toList(), raw);
        }
    }

    /**
     * Asks for one group.
     *
     * @param index its place in the list, from 0
     */
    public record Single(int index) implements ReadRequest<SingleResponse> {
        @Override
        public int command() {
            return 2;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("index", index).build();
        }

        @Override
        public SingleResponse readResponse(CborMap payload) {
            return SingleResponse.from(payload);
        }
    }

    /**
     * One group.
     *
     * @param group its id
     * @param isLast whether no index is behind it
     * @param raw the whole answer
     */
    public record SingleResponse(int group, boolean isLast, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the group is missing */
        public static SingleResponse from(CborMap raw) {
            return new SingleResponse(raw.integer("group"), raw.flag("end"), raw);
        }
    }

    /**
     * Asks for names of groups, and whatever else the device tells of them.
     *
     * @param groups their ids; none for all groups
     */
    public record Details(List<Integer> groups) implements ReadRequest<DetailsResponse> {

        /** Keeps a copy of the list. */
        public Details {
            groups = List.copyOf(groups);
        }

        /** Asks about all groups. */
        public Details() {
            this(List.of());
        }

        @Override
        public int command() {
            return 3;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().putIf(!groups.isEmpty(), "groups", groups).build();
        }

        @Override
        public DetailsResponse readResponse(CborMap payload) {
            return DetailsResponse.from(payload);
        }
    }

    /**
     * Details of groups.
     *
     * @param groups in the order of the answer
     * @param raw the whole answer
     */
    public record DetailsResponse(List<GroupDetails> groups, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing or an entry lacks its id */
        public static DetailsResponse from(CborMap raw) {
            return new DetailsResponse(
                    raw.maps("groups").stream().map(GroupDetails::from).toList(), raw);
        }
    }

    /**
     * A group.
     *
     * @param group its id
     * @param raw the whole entry; applications may add keys
     */
    public record GroupDetails(int group, CborMap raw) {

        static GroupDetails from(CborMap raw) {
            return new GroupDetails(raw.integer("group"), raw);
        }

        /** Its name; empty if the device was built without names. */
        public Optional<String> name() {
            return raw.optionalText("name");
        }

        /** How many command ids it has; empty if the device did not say. */
        public OptionalInt handlers() {
            return raw.optionalInteger("handlers");
        }
    }
}
