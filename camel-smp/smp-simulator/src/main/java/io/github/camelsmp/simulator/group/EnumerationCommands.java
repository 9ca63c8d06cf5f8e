package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Group 10 (protocol.md 6.10): which groups there are, itself included. */
public final class EnumerationCommands {

    /** Its id. */
    public static final int ID = 10;

    private static final int INDEX_TOO_LARGE = 4;

    private final List<CommandGroup> groups;
    private final CommandGroup self;

    /**
     * @param others all other groups, in the order they are told
     */
    public EnumerationCommands(Collection<CommandGroup> others) {
        this.groups = new ArrayList<>(others);
        this.self = CommandGroup.of(ID, "enum mgmt")
                .read(0, request -> Answer.with("count", groups.size()))
                .read(
                        1,
                        request -> Answer.with(
                                "groups", groups.stream().map(CommandGroup::id).toList()))
                .read(2, this::single)
                .read(3, this::details);
        groups.add(self);
    }

    /** Its commands. */
    public CommandGroup group() {
        return self;
    }

    private Answer single(Request request) {
        long index = request.unsigned("index").orElse(0);
        if (index >= groups.size()) {
            throw Refusal.group(ID, INDEX_TOO_LARGE);
        }
        Answer answer = Answer.with("group", groups.get((int) index).id());
        return index == groups.size() - 1 ? answer.and("end", true) : answer;
    }

    private Answer details(Request request) {
        Optional<List<Long>> wanted = request.numbers("groups");
        List<Map<String, Object>> details = groups.stream()
                .filter(group -> wanted.isEmpty() || wanted.get().contains((long) group.id()))
                .map(group -> Answer.with("group", group.id())
                        .and("name", group.name())
                        .and("handlers", group.size())
                        .keys())
                .toList();
        return Answer.with("groups", details);
    }
}
