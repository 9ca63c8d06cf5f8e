package io.github.camelsmp.protocol.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.camelsmp.protocol.serial.SizingStrategy;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said of a line, and what may not. */
class TransportOptionsTest {
    private static final TransportOptions DEFAULT = TransportOptions.DEFAULT;

    static Stream<Arguments> changes() {
        return Stream.of(
                change(
                        TransportOptions::framing,
                        options -> options.withFraming(TransportOptions.Framing.RAW),
                        TransportOptions.Framing.RAW),
                change(
                        TransportOptions::sizing,
                        options -> options.withSizing(new SizingStrategy.BufferParams(96, 2)),
                        new SizingStrategy.BufferParams(96, 2)),
                change(TransportOptions::lineLength, options -> options.withLineLength(8), 8),
                change(TransportOptions::serial, options -> options.withSerial(line(9600, 7, 2)), line(9600, 7, 2)),
                change(TransportOptions::mtu, options -> options.withMtu(68), 68),
                change(
                        TransportOptions::security,
                        options -> options.withSecurity(new DatagramSecurity.PreSharedKey("gateway", key(1))),
                        new DatagramSecurity.PreSharedKey("gateway", key(1))),
                change(
                        TransportOptions::connectTimeout,
                        options -> options.withConnectTimeout(Duration.ofSeconds(1)),
                        Duration.ofSeconds(1)),
                change(
                        TransportOptions::bluetooth,
                        options -> options.withBluetooth(Bluetooth.DEFAULT.withAdapter("hci1")),
                        Bluetooth.DEFAULT.withAdapter("hci1")));
    }

    private static <T> Arguments change(
            Function<TransportOptions, T> part, UnaryOperator<TransportOptions> change, T expected) {
        return Arguments.of(part, change, expected);
    }

    private static SerialLine line(int baudRate, int dataBits, int stopBits) {
        return new SerialLine(
                baudRate,
                dataBits,
                stopBits,
                SerialLine.Parity.EVEN,
                SerialLine.FlowControl.RTS_CTS,
                false,
                false,
                false);
    }

    private static byte[] key(int... bytes) {
        byte[] key = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            key[i] = (byte) bytes[i];
        }
        return key;
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aChangeConcernsOnePartAndLeavesTheOthers(
            Function<TransportOptions, Object> part, UnaryOperator<TransportOptions> change, Object expected) {
        TransportOptions changed = change.apply(DEFAULT);

        assertThat(part.apply(changed)).isEqualTo(expected).isNotEqualTo(part.apply(DEFAULT));
        assertThat(changes().map(other -> parts(other).apply(changed)).filter(value -> changes()
                        .noneMatch(other -> parts(other).apply(DEFAULT).equals(value))))
                .containsExactly(expected);
    }

    @SuppressWarnings("unchecked")
    private static Function<TransportOptions, Object> parts(Arguments change) {
        return (Function<TransportOptions, Object>) change.get()[0];
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 7, 65536})
    void aLineLengthOutOfRangeIsRefusedByName(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withLineLength(length))
                .withMessage("lineLength is " + length + ", it may be 8 to 65535");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 67, 65536})
    void anMtuOutOfRangeIsRefusedByName(int mtu) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULT.withMtu(mtu))
                .withMessage("mtu is " + mtu + ", it may be 68 to 65535");
    }

    @Test
    void theEdgesOfTheRangesAreAllowed() {
        assertThat(DEFAULT.withLineLength(8).lineLength()).isEqualTo(8);
        assertThat(DEFAULT.withLineLength(65535).lineLength()).isEqualTo(65535);
        assertThat(DEFAULT.withMtu(68).mtu()).isEqualTo(68);
        assertThat(DEFAULT.withMtu(65535).mtu()).isEqualTo(65535);
    }

    @Test
    void settingsNoSerialPortHasAreRefusedByName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(0, 8, 1))
                .withMessage("baudRate is 0, it must be positive");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(1, 4, 1))
                .withMessage("dataBits is 4, it may be 5 to 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(1, 9, 1))
                .withMessage("dataBits is 9, it may be 5 to 8");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(1, 8, 0))
                .withMessage("stopBits is 0, it may be 1 or 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line(1, 8, 3))
                .withMessage("stopBits is 3, it may be 1 or 2");
    }

    @Test
    void theEdgesOfASerialPortAreAllowed() {
        assertThat(line(1, 5, 1))
                .extracting(SerialLine::dataBits, SerialLine::stopBits)
                .containsExactly(5, 1);
        assertThat(line(1, 8, 2))
                .extracting(SerialLine::dataBits, SerialLine::stopBits)
                .containsExactly(8, 2);
    }

    @Test
    void aPreSharedKeyThatIsNoneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatagramSecurity.PreSharedKey("", key(1)))
                .withMessage("the identity of a pre-shared key may not be empty");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatagramSecurity.PreSharedKey("gateway", new byte[0]))
                .withMessage("the pre-shared key of 'gateway' may not be empty");
    }

    @Test
    void aPreSharedKeyIsShownToNobodyAndChangedByNobody() {
        byte[] given = key(1, 2, 3);
        var secret = new DatagramSecurity.PreSharedKey("gateway", given);

        given[0] = 9;
        secret.key()[1] = 9;

        assertThat(secret.key()).containsExactly(1, 2, 3);
        assertThat(secret).hasToString("PreSharedKey[identity=gateway]");
    }

    @Test
    void preSharedKeysAreTheSameByIdentityAndKey() {
        var secret = new DatagramSecurity.PreSharedKey("gateway", key(1, 2));

        assertThat(secret)
                .isEqualTo(new DatagramSecurity.PreSharedKey("gateway", key(1, 2)))
                .hasSameHashCodeAs(new DatagramSecurity.PreSharedKey("gateway", key(1, 2)))
                .isNotEqualTo(new DatagramSecurity.PreSharedKey("gateway", key(1, 3)))
                .isNotEqualTo(new DatagramSecurity.PreSharedKey("other", key(1, 2)))
                .isNotEqualTo(DatagramSecurity.NONE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1_000_000})
    void aPasskeyHasSixDigits(int passkey) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bluetooth.DEFAULT.withPasskey(passkey))
                .withMessage("passkey has at most six digits, 000000 to 999999");
    }

    @Test
    void aPasskeyIsShownToNobody() {
        assertThat(Bluetooth.DEFAULT).hasToString("Bluetooth[backend=auto, adapter=any, passkey=none]");
        assertThat(Bluetooth.DEFAULT.withBackend("bluez").withAdapter("hci1").withPasskey(999_999))
                .hasToString("Bluetooth[backend=bluez, adapter=hci1, passkey=set]")
                .isEqualTo(new Bluetooth("bluez", Optional.of("hci1"), OptionalInt.of(999_999)));
        assertThat(Bluetooth.DEFAULT.withPasskey(0).passkey()).hasValue(0);
    }
}
