package io.github.camelsmp.component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a device answered before. */
final class LastAnswer {

    private Optional<Object> last = Optional.empty();

    /** Says whether this answer differs from the one before, byte for byte, and remembers it. */
    boolean changesTo(Object answer) {
        boolean changed = last.isEmpty() || !equal(last.get(), answer);
        last = Optional.of(answer);
        return changed;
    }

    /** The next answer differs, whatever it is. */
    void forget() {
        last = Optional.empty();
    }

    private static boolean equal(Object one, Object other) {
        if (one instanceof Map<?, ?> map && other instanceof Map<?, ?> otherMap) {
            return map.keySet().equals(otherMap.keySet())
                    && map.keySet().stream().allMatch(key -> equal(map.get(key), otherMap.get(key)));
        }
        if (one instanceof List<?> list && other instanceof List<?> otherList) {
            return list.size() == otherList.size()
                    && IntStream.range(0, list.size()).allMatch(index -> equal(list.get(index), otherList.get(index)));
        }
        return Objects.deepEquals(one, other);
    }
}
