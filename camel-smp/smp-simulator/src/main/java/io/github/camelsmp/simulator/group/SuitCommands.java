package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Group 66 (protocol.md 6.66): takes an envelope, asks for the resources it was told to miss, takes caches. Nothing is
 * installed. Add it with the builder's {@code group}.
 */
public final class SuitCommands {

    private static final int ID = 66;

    private final Deque<String> missing = new ArrayDeque<>();
    private final Map<String, byte[]> received = new TreeMap<>();
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private long length;
    private boolean deferred;
    private boolean installing;
    private String name = "";

    /**
     * @param missing names of the resources that installation will ask for, in this order
     */
    public SuitCommands(String... missing) {
        this.missing.addAll(List.of(missing));
    }

    /** What arrived whole, by {@code envelope}, the name of a resource, or {@code cache} and its number. */
    public synchronized Map<String, byte[]> received() {
        return new TreeMap<>(received);
    }

    /** Its commands. */
    public CommandGroup group() {
        return CommandGroup.of(ID, "suit")
                .read(
                        0,
                        request -> Answer.with(
                                "manifests", List.of(Answer.with("role", 0x20).keys())))
                .read(1, this::manifest)
                .write(2, this::envelope)
                .read(3, this::poll)
                .write(4, request -> upload(request, "stream_session_id", missing.isEmpty() ? "" : missing.peek()))
                .write(5, this::cache)
                .write(6, this::cleanUp);
    }

    private Answer manifest(Request request) {
        if (request.unsigned("role").orElseThrow(() -> Refusal.rc(Refusal.EINVAL)) != 0x20) {
            throw Refusal.rc(Refusal.ENOENT);
        }
        return Answer.with("class_id", new byte[16])
                .and("vendor_id", new byte[16])
                .and("digest", new byte[32])
                .and("digest_algorithm", -16)
                .and("sequence_number", 1)
                .and("semantic_version", List.of(1, 0, 0));
    }

    private synchronized Answer envelope(Request request) {
        boolean defer = request.flag("defer_install").orElse(false);
        boolean begins = request.unsigned("off").orElse(-1) == 0;
        if (begins && request.unsigned("len").orElse(-1) == 0) {
            installing = true;
            return Answer.with("off", 0);
        }
        deferred = begins ? defer : deferred;
        Answer answer = take(request, "envelope");
        installing = received.containsKey("envelope") && !deferred;
        return answer;
    }

    private synchronized Answer upload(Request request, String key, String resource) {
        boolean begins = request.unsigned("off").orElse(-1) == 0;
        OptionalLong session = request.unsigned(key);
        if (begins && session.isEmpty() || resource.isEmpty() && begins) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        Answer answer = take(request, begins ? resource : name);
        if (received.containsKey(resource)) {
            missing.remove(resource);
        }
        return answer;
    }

    private synchronized Answer cache(Request request) {
        boolean begins = request.unsigned("off").orElse(-1) == 0;
        OptionalLong target = request.unsigned("target_id");
        if (begins && target.isEmpty()) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        return take(request, begins ? "cache" + target.getAsLong() : name);
    }

    private Answer take(Request request, String into) {
        long offset = request.unsigned("off").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        byte[] data = request.bytes("data").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        if (offset == 0) {
            length = request.unsigned("len").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
            name = into;
            part.reset();
        }
        if (offset == part.size()) {
            part.writeBytes(data);
        }
        if (part.size() == length) {
            received.put(into, part.toByteArray());
        }
        return Answer.with("off", part.size());
    }

    private synchronized Answer poll(Request request) {
        return installing && !missing.isEmpty()
                ? Answer.with("stream_session_id", 1)
                        .and("resource_id", missing.peek().getBytes(StandardCharsets.UTF_8))
                : Answer.empty();
    }

    private synchronized Answer cleanUp(Request request) {
        received.clear();
        part.reset();
        installing = false;
        return Answer.empty();
    }
}
