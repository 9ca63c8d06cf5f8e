package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.camelsmp.client.SmpAddress;
import io.github.camelsmp.protocol.SmpTransportException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeviceWatchTest {

    private static final FoundDevice ONE = device("one", "1");
    private static final FoundDevice TWO = device("two", "2");

    private final Surroundings surroundings = new Surroundings();
    private final DeviceWatch watch = new DeviceWatch(surroundings);

    @Test
    void tellsWhatIsThereAtTheFirstLook() {
        surroundings.now = List.of(ONE, TWO);

        assertThat(watch.look()).containsExactly(DeviceEvent.discovered(ONE), DeviceEvent.discovered(TWO));
    }

    @Test
    void saysNothingOfWhatStays() {
        surroundings.now = List.of(ONE);
        lookAndFinish();

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void tellsWhatWent() {
        surroundings.now = List.of(ONE, TWO);
        lookAndFinish();
        surroundings.now = List.of(TWO);

        assertThat(lookAndFinish()).containsExactly(DeviceEvent.lost(ONE));
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void tellsOfTheReturnOfWhatWent() {
        surroundings.now = List.of(ONE);
        lookAndFinish();
        surroundings.now = List.of();
        lookAndFinish();
        surroundings.now = List.of(ONE);

        assertThat(watch.look()).containsExactly(DeviceEvent.discovered(ONE));
    }

    @Test
    void holdsBackTheLossUntilTheDiscoveryIsDealtWith() {
        surroundings.now = List.of(ONE);
        watch.look();
        surroundings.now = List.of();

        assertThat(watch.look()).isEmpty();
        watch.done(ONE.address());
        assertThat(watch.look()).containsExactly(DeviceEvent.lost(ONE));
    }

    @Test
    void tellsOfOthersWhileOneIsInHand() {
        surroundings.now = List.of(ONE);
        watch.look();
        surroundings.now = List.of(ONE, TWO);

        assertThat(lookAndFinish()).containsExactly(DeviceEvent.discovered(TWO));
        surroundings.now = List.of(ONE);
        assertThat(watch.look()).containsExactly(DeviceEvent.lost(TWO));
    }

    @Test
    void takesAResetInHandForNeitherLossNorDiscovery() {
        surroundings.now = List.of(ONE);
        watch.look();
        surroundings.now = List.of();
        watch.look();
        surroundings.now = List.of(ONE);
        watch.look();

        watch.done(ONE.address());

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void countsNoLookThatBeganWhileTheDeviceWasInHand() {
        surroundings.now = List.of(ONE);
        watch.look();
        surroundings.now = List.of();
        surroundings.meanwhile = () -> watch.done(ONE.address());

        assertThat(watch.look()).isEmpty();
        surroundings.meanwhile = () -> {};
        surroundings.now = List.of(ONE);
        assertThat(watch.look()).isEmpty();
    }

    @Test
    void tellsTheScannerWhatToLeaveInPeace() {
        surroundings.now = List.of(ONE, TWO);
        watch.look();
        watch.done(TWO.address());

        watch.look();

        assertThat(surroundings.leftInPeace).containsExactly(ONE.address());
    }

    @Test
    void takesAnotherBoardInTheSamePlaceForALossAndADiscovery() {
        FoundDevice other = device("one", "another serial number");
        surroundings.now = List.of(ONE);
        lookAndFinish();
        surroundings.now = List.of(other);

        assertThat(lookAndFinish()).containsExactly(DeviceEvent.lost(ONE));
        assertThat(lookAndFinish()).containsExactly(DeviceEvent.discovered(other));
    }

    @Test
    void tellsWithTheLossWhatWasLearntOfTheDevice() {
        surroundings.now = List.of(ONE);
        watch.look();
        FoundDevice asked = ONE.withProbe(ProbeResult.unanswered("it is off"));
        watch.learn(asked);
        watch.done(ONE.address());
        surroundings.now = List.of();

        assertThat(watch.look()).containsExactly(DeviceEvent.lost(asked));
    }

    @Test
    void tellsAgainWhatWasTakenBack() {
        surroundings.now = List.of(ONE);
        watch.look().forEach(watch::takeBack);

        assertThat(lookAndFinish()).containsExactly(DeviceEvent.discovered(ONE));
        surroundings.now = List.of();
        watch.look().forEach(watch::takeBack);
        assertThat(watch.look()).containsExactly(DeviceEvent.lost(ONE));
    }

    @Test
    void doesNotTellWhatWasTakenBackAndNoLongerHolds() {
        surroundings.now = List.of(ONE);
        watch.look().forEach(watch::takeBack);
        surroundings.now = List.of();

        assertThat(watch.look()).isEmpty();
    }

    @Test
    void knowsAsMuchAsBeforeWhenItCannotLook() {
        surroundings.now = List.of(ONE);
        lookAndFinish();
        surroundings.meanwhile = () -> {
            throw new SmpTransportException("serial:*", "blindfolded");
        };
        assertThatThrownBy(watch::look).isInstanceOf(SmpTransportException.class);
        surroundings.meanwhile = () -> {};

        assertThat(watch.look()).isEmpty();
    }

    private List<DeviceEvent> lookAndFinish() {
        List<DeviceEvent> events = watch.look();
        events.forEach(event -> watch.done(event.device().address()));
        return events;
    }

    private static FoundDevice device(String name, String serialNumber) {
        return new FoundDevice(
                new SmpAddress("serial", "/dev/" + name),
                name,
                "",
                Optional.empty(),
                Optional.of(new UsbIdentity(0x2fe3, 4, Optional.of(serialNumber))),
                OptionalInt.empty(),
                Optional.empty());
    }

    /** What a scanner finds, arranged by hand. */
    private static final class Surroundings implements DeviceScanner {
        List<FoundDevice> now = List.of();
        Runnable meanwhile = () -> {};
        Set<SmpAddress> leftInPeace = Set.of();

        @Override
        public List<FoundDevice> scan(Set<SmpAddress> inHand) {
            leftInPeace = inHand;
            meanwhile.run();
            return now;
        }

        @Override
        public void close() {}
    }
}
