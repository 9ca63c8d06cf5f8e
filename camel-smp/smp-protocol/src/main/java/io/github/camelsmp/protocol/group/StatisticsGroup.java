package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Group 2, statistics (protocol.md 6.2). */
public final class StatisticsGroup {

    /** The id of this group. */
    public static final int ID = 2;

    private StatisticsGroup() {}

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

    /**
     * Asks for the counters of one group of statistics.
     *
     * @param name one of those that {@link ListGroups} finds
     */
    public record Show(String name) implements ReadRequest<ShowResponse> {
        @Override
        public int command() {
            return 0;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("name", name).build();
        }

        @Override
        public ShowResponse readResponse(CborMap payload) {
            return ShowResponse.from(payload);
        }
    }

    /**
     * The counters of one group of statistics.
     *
     * @param name the group
     * @param fields the counters in the order of the answer: {@code Long}, or {@code BigInteger} beyond 63 bits; named
     *     {@code s0}, {@code s1} and so on where the device was built without names
     * @param raw the whole answer
     */
    public record ShowResponse(String name, Map<String, Number> fields, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the fields are missing or one is not a number */
        public static ShowResponse from(CborMap raw) {
            Map<String, Number> fields = new LinkedHashMap<>();
            raw.map("fields").asMap().forEach((field, value) -> fields.put(field, number(field, value)));
            return new ShowResponse(raw.optionalText("name").orElse(""), Collections.unmodifiableMap(fields), raw);
        }

        private static Number number(String field, Object value) {
            if (value instanceof Number number) {
                return number;
            }
            throw new SmpProtocolException("statistics field '" + field + "' is not a number");
        }
    }

    /** Asks which groups of statistics there are. */
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
     * The groups of statistics.
     *
     * @param names in the order of the answer
     * @param raw the whole answer
     */
    public record ListGroupsResponse(List<String> names, CborMap raw) implements SmpResponse {

        /** @throws SmpProtocolException if the list is missing */
        public static ListGroupsResponse from(CborMap raw) {
            return new ListGroupsResponse(raw.texts("stat_list"), raw);
        }
    }
}
