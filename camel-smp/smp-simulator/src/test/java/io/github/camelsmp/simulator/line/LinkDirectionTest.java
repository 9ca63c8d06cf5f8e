package io.github.camelsmp.simulator.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.simulator.server.Flavour;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkDirectionTest {

    private final TestHost host = new TestHost(Flavour.ZEPHYR, 384, 4, 2);
    private final LinkDirection link = new LinkDirection(host, Impairment::toDevice);
    private final List<String> arrived = new ArrayList<>();

    @Test
    void passesEverythingAtOnceUnlessToldOtherwise() {
        carry("a");
        pass("b");

        assertThat(arrived).containsExactly("a", "b");
    }

    @Test
    void pacesBytesWithoutDrifting() {
        host.impairment = Impairment.baudRate(10_000);

        link.carry(new byte[100], bytes -> arrived.add("first"), () -> arrived.add("sent"));
        link.carry(new byte[50], bytes -> arrived.add("second"));

        host.time.advance(Duration.ofMillis(99));
        assertThat(arrived).isEmpty();
        host.time.advance(Duration.ofMillis(1));
        assertThat(arrived).containsExactly("first", "sent");
        host.time.advance(Duration.ofMillis(49));
        assertThat(arrived).hasSize(2);
        host.time.advance(Duration.ofMillis(1));
        assertThat(arrived).endsWith("second");
    }

    @Test
    void delaysWithoutOccupyingTheSender() {
        host.impairment = Impairment.roundTrip(Duration.ofMillis(20));

        link.carry(new byte[1], bytes -> arrived.add("first"), () -> arrived.add("sent"));
        assertThat(arrived).containsExactly("sent");
        host.time.advance(Duration.ofMillis(10));

        assertThat(arrived).containsExactly("sent", "first");
    }

    @Test
    void deliversAtTheIntervalsOfARadio() {
        host.impairment = Impairment.both(Way.CLEAN.withInterval(Duration.ofMillis(15)));
        host.time.advance(Duration.ofMillis(1));

        carry("a");
        carry("b");
        host.time.advance(Duration.ofMillis(13));
        assertThat(arrived).isEmpty();
        host.time.advance(Duration.ofMillis(1));

        assertThat(arrived).containsExactly("a", "b");
    }

    @Test
    void keepsTheOrderWhateverTheJitter() {
        host.impairment = Impairment.both(Way.CLEAN.withJitter(Duration.ofMillis(50)));

        for (int i = 0; i < 100; i++) {
            carry("" + i);
            host.time.advance(Duration.ofMillis(1));
        }
        host.time.advance(Duration.ofSeconds(1));

        assertThat(arrived).hasSize(100).isSortedAccordingTo((a, b) -> Integer.parseInt(a) - Integer.parseInt(b));
    }

    @Test
    void losesEveryNthMessage() {
        host.impairment = Impairment.both(Way.CLEAN.withLoseEvery(3));

        List.of("1", "2", "3", "4", "5", "6", "7").forEach(this::pass);

        assertThat(arrived).containsExactly("1", "2", "4", "5", "7");
        assertThat(host.traffic.counts().lostOnLink()).isEqualTo(2);
    }

    @Test
    void losesTheSameMessagesWithTheSameSeed() {
        List<List<String>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            arrived.clear();
            host.impairment = Impairment.both(Way.CLEAN.withLoss(0.2).withDuplication(0.2))
                    .withSeed(42);
            for (int i = 0; i < 200; i++) {
                pass("" + i);
            }
            runs.add(List.copyOf(arrived));
        }

        assertThat(runs.get(0)).isEqualTo(runs.get(1)).hasSizeBetween(120, 220);
    }

    @Test
    void swapsNeighboursAndHoldsNothingForLong() {
        host.impairment = Impairment.both(Way.CLEAN.withReordering(1));

        List.of("1", "2", "3").forEach(this::pass);
        assertThat(arrived).containsExactly("2", "1");
        host.time.advance(Duration.ofMillis(50));

        assertThat(arrived).containsExactly("2", "1", "3");
    }

    @Test
    void losesEverythingDuringAnOutage() {
        host.impairment = Impairment.both(Way.CLEAN.withOutages(Duration.ofSeconds(10), Duration.ofSeconds(2)));

        for (int second = 0; second < 20; second++) {
            pass("" + second);
            host.time.advance(Duration.ofSeconds(1));
        }

        assertThat(arrived).hasSize(16).doesNotContain("8", "9", "18", "19");
    }

    @Test
    void cutsTheEndOff() {
        host.impairment = Impairment.both(Way.CLEAN.withTruncation(1));

        carry("a whole message");

        assertThat(arrived)
                .singleElement()
                .satisfies(cut -> assertThat("a whole message").startsWith(cut).hasSizeGreaterThan(cut.length()));
    }

    @Test
    void turnsABitOver() {
        host.impairment = Impairment.both(Way.CLEAN.withCorruption(1));
        byte[] sent = new byte[10];
        List<byte[]> received = new ArrayList<>();

        link.carry(sent, received::add);

        int bits = 0;
        for (byte b : received.get(0)) {
            bits += Integer.bitCount(b & 0xff);
        }
        assertThat(bits).isEqualTo(1);
        assertThat(sent).as("what was sent").containsOnly(0);
    }

    @Test
    void letsEveryNthMessageComeLate() {
        host.impairment = Impairment.both(Way.CLEAN.withLateEvery(2, Duration.ofSeconds(1)));

        List.of("1", "2", "3").forEach(this::pass);
        assertThat(arrived).containsExactly("1", "3");
        host.time.advance(Duration.ofSeconds(1));

        assertThat(arrived).containsExactly("1", "3", "2");
    }

    @Test
    void refusesImpossibleLinks() {
        assertThatThrownBy(() -> Way.CLEAN.withLoss(1.1)).hasMessageContaining("loss is 1.1");
        assertThatThrownBy(() -> Way.CLEAN.withDelay(Duration.ofMillis(-1))).hasMessageContaining("before it was sent");
    }

    private void carry(String text) {
        link.carry(text.getBytes(), bytes -> arrived.add(new String(bytes)));
    }

    private void pass(String text) {
        link.meetFate(text.getBytes(), bytes -> arrived.add(new String(bytes)));
    }
}
