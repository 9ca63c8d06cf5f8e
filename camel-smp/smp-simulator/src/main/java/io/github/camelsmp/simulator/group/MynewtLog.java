package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Group 4 as Mynewt has it (protocol.md 6.4): one log of texts. Add it with the builder's {@code group}. */
public final class MynewtLog {

    private static final int ID = 4;
    private static final int PAGE = 4;

    private final String name;
    private final List<Map<String, Object>> entries = new ArrayList<>();
    private int next;

    /** A log without entries. */
    public MynewtLog(String name) {
        this.name = name;
    }

    /** Adds an entry. */
    public synchronized MynewtLog log(String text, long timestamp, int level) {
        entries.add(Answer.with("msg", text.getBytes(StandardCharsets.UTF_8))
                .and("ts", timestamp)
                .and("level", level)
                .and("index", next++)
                .and("module", 0)
                .and("type", "str")
                .keys());
        return this;
    }

    /** Its commands. */
    public CommandGroup group() {
        return CommandGroup.of(ID, "log mgmt")
                .read(0, this::show)
                .write(1, this::clear)
                .write(2, this::append)
                .read(3, request -> Answer.with("rc", 0).and("module_map", Map.of("default", 0)))
                .read(4, request -> Answer.with("rc", 0).and("level_map", Map.of("info", 1)))
                .read(5, request -> Answer.with("rc", 0).and("log_list", List.of(name)));
    }

    private synchronized Answer show(Request request) {
        String wanted = request.text("log_name").orElse(name);
        long from = request.unsigned("index").orElse(0);
        if (!wanted.equals(name)) {
            throw Refusal.rc(Refusal.ENOENT);
        }
        List<Map<String, Object>> page = entries.stream()
                .filter(entry -> (Integer) entry.get("index") >= from)
                .limit(PAGE)
                .toList();
        return Answer.with("rc", 0)
                .and(
                        "next_index",
                        page.isEmpty()
                                ? next
                                : (Integer) page.get(page.size() - 1).get("index") + 1)
                .and(
                        "logs",
                        List.of(Answer.with("name", name)
                                .and("type", 1)
                                .and("entries", page)
                                .keys()));
    }

    private synchronized Answer clear(Request request) {
        entries.clear();
        return Answer.with("rc", 0);
    }

    private Answer append(Request request) {
        log(request.text("msg").orElseThrow(() -> Refusal.rc(Refusal.EINVAL)), 0, 1);
        return Answer.with("rc", 0);
    }
}
