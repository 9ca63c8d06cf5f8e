package io.github.camelsmp.examples.hawkbit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The actions in hand: one a device at most. */
public final class Actions {

    private final Map<String, Action> inHand = new HashMap<>();
    private final Map<String, Ended> ended = new HashMap<>();
    private final Path outbox;

    private record Ended(String id, boolean cancelled) {}

    /** @param home the folder of the gateway; letters that hawkBit has not got yet are in its folder {@code outbox} */
    public Actions(String home) throws IOException {
        this.outbox = Files.createDirectories(Path.of(home, "outbox"));
    }

    /** Whether there is something to do. No if it is in hand, or if hawkBit only has not heard yet that it is over. */
    public synchronized boolean isNew(Target target, String id) throws IOException {
        return !inHand.containsKey(target.key()) && !hasEnded(target, id) && !told(target, id);
    }

    /** Takes an action in hand; null if there is nothing to do any more. */
    public synchronized Action take(Target target, String id) throws IOException {
        if (!isNew(target, id)) {
            return null;
        }
        Action action = new Action(target, id);
        inHand.put(target.key(), action);
        return action;
    }

    private boolean hasEnded(Target target, String id) {
        return Optional.ofNullable(ended.get(target.key()))
                .filter(last -> last.id().equals(id))
                .isPresent();
    }

    private boolean told(Target target, String id) throws IOException {
        try (Stream<Path> letters = Files.list(outbox)) {
            return letters.anyMatch(
                    letter -> letter.getFileName().toString().startsWith(target.key() + "-" + id + "-"));
        }
    }

    /** It is over, and hawkBit will hear of it. */
    public synchronized void end(Action action, boolean cancelled) {
        inHand.remove(action.target().key(), action);
        ended.put(action.target().key(), new Ended(action.id(), cancelled));
    }

    /** It is not over, but no longer in hand: hawkBit will ask for it again. */
    public synchronized void leave(Action action) {
        inHand.remove(action.target().key(), action);
    }

    /** hawkBit wants no more of an action. */
    public synchronized Cancellation cancel(Target target, String id) {
        Action action = inHand.get(target.key());
        if (action != null && action.id().equals(id)) {
            Cancellation becomes = action.cancel();
            if (becomes == Cancellation.DONE) {
                end(action, true);
            }
            return becomes;
        }
        if (!hasEnded(target, id)) {
            ended.put(target.key(), new Ended(id, true));
            return Cancellation.DONE;
        }
        return ended.get(target.key()).cancelled() ? Cancellation.UNDER_WAY : Cancellation.REFUSED;
    }

    /** The upgrade of a device tells of a stage. */
    public synchronized void stage(String key, Map<?, ?> event) {
        Action action = inHand.get(key);
        if (action != null) {
            action.reached(String.valueOf(event.get("stage")));
        }
    }

    /** What is in hand for the device of that key; null if nothing is. */
    public synchronized Action keyed(String key) {
        return inHand.get(key);
    }
}
