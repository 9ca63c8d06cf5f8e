package io.github.camelsmp.client;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The requests that were sent and not answered yet, in the order they were first sent. */
final class InFlight {
    private final Set<Outstanding<?>> requests = new LinkedHashSet<>();
    private final SequenceTable sequences = new SequenceTable();

    SequenceTable sequences() {
        return sequences;
    }

    int size() {
        return requests.size();
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }

    boolean contains(Outstanding<?> request) {
        return requests.contains(request);
    }

    void add(Outstanding<?> request) {
        requests.add(request);
    }

    /** The request whose answer has this sequence number, unless it is over. */
    Optional<Outstanding<?>> waitingFor(int sequence) {
        return sequences.waitingFor(sequence).filter(request -> !request.isDone());
    }

    /** The oldest one whose last transmission is older than this. */
    Optional<Outstanding<?>> lastSentBefore(long time) {
        return requests.stream()
                .filter(request -> request.latestSequence() >= 0)
                .filter(request -> sequences.sentAt(request.latestSequence()) - time < 0)
                .findFirst();
    }

    /** A question of the connection itself, if one is on its way. */
    Optional<Outstanding<?>> probe() {
        return requests.stream().filter(Outstanding::isProbe).findFirst();
    }

    /** Those that are larger than this. */
    List<Outstanding<?>> largerThan(int size) {
        return requests.stream().filter(request -> request.size() > size).toList();
    }

    /**
     * A request is over, its later answers are late ones.
     *
     * @return whether it was in flight
     */
    boolean release(Outstanding<?> request) {
        request.stopTimer();
        sequences.retire(request);
        return requests.remove(request);
    }

    /** Takes all of them out, without an end to any: their answers may still come. */
    List<Outstanding<?>> interrupt() {
        List<Outstanding<?>> interrupted = List.copyOf(requests);
        requests.clear();
        interrupted.forEach(Outstanding::stopTimer);
        return interrupted;
    }
}
