package io.github.camelsmp.examples.hawkbit;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The devices of this gateway, and when each is to ask hawkBit again. */
public final class Targets {

    private static final Pattern CLOCK = Pattern.compile("(\\d+):(\\d{2}):(\\d{2})");

    private final Map<String, Target> targets = new LinkedHashMap<>();
    private final Map<String, Instant> due = new HashMap<>();
    private final Set<String> described = new HashSet<>();
    private final Duration pauseAfterFailure;

    /**
     * Reads them.
     *
     * @param file a JSON list of objects with {@code controllerId}, {@code address} and, where there is one, {@code token}
     * @param pauseAfterFailure milliseconds until hawkBit is asked again that could not be reached
     */
    public Targets(String file, long pauseAfterFailure) throws IOException {
        this.pauseAfterFailure = Duration.ofMillis(pauseAfterFailure);
        for (Map<?, ?> entry : new ObjectMapper().readValue(Path.of(file).toFile(), Map[].class)) {
            Target target = target(file, entry);
            if (targets.put(target.controllerId(), target) != null) {
                throw new IllegalArgumentException(file + ": the target " + target.controllerId() + " is there twice");
            }
            due.put(target.controllerId(), Instant.MIN);
        }
    }

    private static Target target(String file, Map<?, ?> entry) {
        return new Target(
                required(file, entry, "controllerId"),
                required(file, entry, "address"),
                Optional.ofNullable(entry.get("token")).map(Object::toString));
    }

    private static String required(String file, Map<?, ?> entry, String key) {
        if (entry.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(file + ": a target has no " + key + ": " + entry.keySet());
    }

    /** Those whose time has come; each is given once, until {@link #polled} or {@link #failed} is told of it. */
    public synchronized List<Target> due() {
        Instant now = Instant.now();
        List<Target> come = new ArrayList<>();
        for (Target target : targets.values()) {
            if (due.get(target.controllerId()).isBefore(now)) {
                due.put(target.controllerId(), Instant.MAX);
                come.add(target);
            }
        }
        return come;
    }

    /** hawkBit has answered, and says when it wants to be asked again. */
    public synchronized void polled(Target target, Map<?, ?> answer) {
        due.put(target.controllerId(), Instant.now().plus(pause(answer)));
    }

    /** hawkBit has not answered. */
    public synchronized void failed(Target target) {
        due.put(target.controllerId(), Instant.now().plus(pauseAfterFailure));
    }

    private static Duration pause(Map<?, ?> answer) {
        if (answer.get("config") instanceof Map<?, ?> config
                && config.get("polling") instanceof Map<?, ?> polling
                && polling.get("sleep") instanceof String sleep) {
            Matcher clock = CLOCK.matcher(sleep);
            if (clock.matches()) {
                return Duration.ofHours(Long.parseLong(clock.group(1)))
                        .plusMinutes(Long.parseLong(clock.group(2)))
                        .plusSeconds(Long.parseLong(clock.group(3)));
            }
        }
        throw new IllegalArgumentException(
                "hawkBit does not say when it wants to be asked again (config.polling.sleep)");
    }

    /** The target of that name. */
    public Target named(String controllerId) {
        return Optional.ofNullable(targets.get(controllerId))
                .orElseThrow(() -> new IllegalArgumentException("there is no target " + controllerId));
    }

    /** Whether its attributes are to be asked for; no until {@link #described} is told of it. */
    public synchronized boolean describe(Target target) {
        return described.add(target.controllerId());
    }

    /** Its attributes were told, or could not be had. */
    public synchronized void described(Target target) {
        described.remove(target.controllerId());
    }
}
