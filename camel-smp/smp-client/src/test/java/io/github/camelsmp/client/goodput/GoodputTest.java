package io.github.camelsmp.client.goodput;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.routine.UploadResult;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How near to the bound of link and flash uploads come where no other program takes part of the processor. */
@Timeout(300)
class GoodputTest {

    private static final int SEEDS = 15;
    private static final double NEVER_SLOWER = 0.98;
    private static final double NANOS = 1e9;

    static List<Link> links() {
        return Link.all();
    }

    @ParameterizedTest
    @MethodSource("links")
    void uploadsNearTheBoundAndNoSlowerThanOneAtATime(Link link) {
        double one = goodput(link, 1);
        double auto = goodput(link, 0);

        System.out.printf(
                Locale.ROOT,
                "goodput: %-26s bound %7.1f kB/s, window 1 %5.2f, auto %5.2f, auto / window 1 %5.2f%n",
                link,
                link.bound() / 1000,
                one / link.bound(),
                auto / link.bound(),
                auto / one);
        assertThat(auto / link.bound()).isGreaterThanOrEqualTo(link.atLeast());
        assertThat(auto / one).isGreaterThanOrEqualTo(NEVER_SLOWER);
    }

    /** Of one upload after the other, each with losses of its own. */
    private static double goodput(Link link, int window) {
        long seeds = link.way().loss() > 0 ? SEEDS : 1;
        List<UploadResult> uploads = LongStream.range(0, seeds)
                .mapToObj(seed -> VirtualUpload.over(link, window, seed))
                .toList();
        double bytes = uploads.stream().mapToLong(UploadResult::bytes).sum();
        double seconds = uploads.stream()
                .mapToDouble(upload -> upload.duration().toNanos() / NANOS)
                .sum();
        return bytes / seconds;
    }
}
