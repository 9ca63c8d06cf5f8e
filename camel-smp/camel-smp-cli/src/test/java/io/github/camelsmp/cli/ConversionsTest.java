package io.github.camelsmp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConversionsTest {

    @ParameterizedTest
    @CsvSource({"2500,2500", "2.5s,2500", "1m30s,90000", "250ms,250", "1h,3600000", "0,0"})
    void readsDurationsAsCamelDoes(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1 s", "1d", "1.s", "2s5"})
    void refusesWhatIsNoDuration(String text) {
        assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsJsonWithBytesInside() {
        Map<String, Object> map =
                Json.read("{\"a\":{\"$hex\":\"0102\"},\"b\":[1,true,\"x\"]}").map();

        assertThat((byte[]) map.get("a")).containsExactly(1, 2);
        assertThat(map.get("b")).isEqualTo(List.of(1, true, "x"));
    }

    @Test
    void writesBytesAsHexadecimalDigits() {
        assertThat(Json.write(Map.of("hash", new byte[] {-1, 0}))).isEqualTo("{\"hash\":\"ff00\"}");
    }

    @Test
    void showsMapsAsLinesAndListsOfMapsAsTables() {
        Map<String, Object> board = new LinkedHashMap<>();
        board.put("name", "board-1");
        board.put("slots", List.of(Map.of("slot", 0), Map.of("slot", 1)));
        board.put("bytes", new byte[] {1});

        assertThat(Text.of(board)).isEqualToNormalizingNewlines("name   board-1\nslots\n  slot\n  0\n  1\nbytes  01");
    }
}
