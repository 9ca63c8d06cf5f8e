package com.example.valve;

// tag::group[]
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;

/** Group 70 of our firmware: a valve that opens by percent. */
public final class ValveGroup {

    public static final int ID = 70;

    private static final int POSITION = 0;

    private ValveGroup() {}

    /** Moves the valve. Moving it twice to the same position does no harm. */
    public record Move(int percent) implements SmpRequest<Position> {

        @Override
        public SmpOp op() {
            return SmpOp.WRITE;
        }

        @Override
        public int group() {
            return ID;
        }

        @Override
        public int command() {
            return POSITION;
        }

        @Override
        public CborMap payload() {
            return CborMap.builder().put("percent", percent).build();
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Position readResponse(CborMap answer) {
            return Position.from(answer);
        }
    }

    /** Asks where the valve is. */
    public record Read() implements SmpRequest<Position> {

        @Override
        public SmpOp op() {
            return SmpOp.READ;
        }

        @Override
        public int group() {
            return ID;
        }

        @Override
        public int command() {
            return POSITION;
        }

        @Override
        public Position readResponse(CborMap answer) {
            return Position.from(answer);
        }
    }

    /** Where the valve is. */
    public record Position(int percent, boolean moving) {

        static Position from(CborMap answer) {
            return new Position(answer.integer("percent"), answer.flag("moving"));
        }
    }
}
// end::group[]
