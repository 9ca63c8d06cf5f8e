package io.github.camelsmp.benchmarks.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.benchmarks.soak.Cell.End;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One seed of the {@link Matrix}; more of them with {@code -Pbench -Dbench.program=soak.Matrix}. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class MatrixTest {

    @Test
    void everyImpairmentOnEveryLineEndsWithADeviceThatCanBeUpgraded() throws Exception {
        Map<Trouble, Map<String, List<End>>> ends = Matrix.run(1);

        assertThat(ends).hasSameSizeAs(Trouble.values());
        assertThat(ends).allSatisfy((trouble, lines) -> assertThat(lines)
                .hasSize(4)
                .allSatisfy((line, each) -> assertThat(each).hasSize(1).doesNotContain(End.LOST)));
    }
}
