package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpRequest.Patience;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A row of the table of all commands: what a request is on the wire, and what becomes of its answer.
 *
 * @param wire op, group and command, e.g. {@code R 0/6}
 * @param sent keys and values of the request
 * @param answer an answer with every key there can be
 * @param facts what is told apart in a response
 * @param full the facts of {@code answer}
 * @param least an answer with nothing that may be missing
 * @param bare the facts of {@code least}
 * @param <R> the response
 */
record Command<R>(
        SmpRequest<R> request,
        String wire,
        CborMap sent,
        CborMap answer,
        Function<R, List<?>> facts,
        List<?> full,
        CborMap least,
        List<?> bare,
        boolean repeatable,
        Patience patience) {

    static <R> Command<R> of(String wire, SmpRequest<R> request, CborMap sent) {
        boolean read = request.op() == SmpOp.READ;
        return new Command<>(
                request,
                wire,
                sent,
                CborMap.EMPTY,
                response -> List.of(),
                List.of(),
                CborMap.EMPTY,
                List.of(),
                read,
                Patience.REQUEST);
    }

    /** An answer, what is read from it in a list, and the list. */
    Command<R> answer(CborMap value, Function<R, List<?>> read, Object... expected) {
        return new Command<>(
                request, wire, sent, value, read, List.of(expected), value, List.of(expected), repeatable, patience);
    }

    /** The shortest answer and the facts then. */
    Command<R> least(CborMap value, Object... expected) {
        return new Command<>(request, wire, sent, answer, facts, full, value, List.of(expected), repeatable, patience);
    }

    Command<R> repeatable(boolean value) {
        return new Command<>(request, wire, sent, answer, facts, full, least, bare, value, patience);
    }

    Command<R> patience(Patience value) {
        return new Command<>(request, wire, sent, answer, facts, full, least, bare, repeatable, value);
    }

    /** What is told apart in an answer. */
    List<?> factsIn(CborMap payload) {
        return facts.apply(request.readResponse(payload));
    }

    /** Keys and values in turn. */
    static CborMap map(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return CborMap.of(map);
    }

    @Override
    public String toString() {
        return wire + " " + request.getClass().getSimpleName();
    }
}
