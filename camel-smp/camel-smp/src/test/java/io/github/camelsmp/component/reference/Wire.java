package io.github.camelsmp.component.reference;

import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.simulator.server.RequestHeader;
import java.util.Comparator;

/** What tells one command from another on the wire. */
public record Wire(int group, int command, SmpOp op) implements Comparable<Wire> {

    private static final Comparator<Wire> ORDER =
            Comparator.comparingInt(Wire::group).thenComparingInt(Wire::command).thenComparing(Wire::op);

    /** That of a request. */
    public static Wire of(SmpRequest<?> request) {
        return new Wire(request.group(), request.command(), request.op());
    }

    /** That of a request as a server sees it. */
    static Wire of(RequestHeader request) {
        return new Wire(request.group(), request.command(), SmpOp.of(request.op()));
    }

    /** Reads what {@link #toString} wrote. */
    static Wire parse(String text) {
        String[] parts = text.split("[ /]");
        SmpOp op = parts[0].equals("R") ? SmpOp.READ : SmpOp.WRITE;
        return new Wire(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), op);
    }

    @Override
    public int compareTo(Wire other) {
        return ORDER.compare(this, other);
    }

    /** E.g. {@code R 0/6}. */
    @Override
    public String toString() {
        return (op == SmpOp.READ ? "R " : "W ") + group + "/" + command;
    }
}
