package io.github.camelsmp.client.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostAndPortTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7:1337",
        "192.0.2.7:1338, 192.0.2.7:1338",
        "GW.local, gw.local:1337",
        "gw.local:1338, gw.local:1338",
        "[2001:DB8:0:0::7], [2001:db8::7]:1337",
        "[2001:db8::7]:1338, [2001:db8::7]:1338",
        "2001:db8::7, [2001:db8::7]:1337",
        "[fe80::1%eth0]:1337, [fe80::1%eth0]:1337",
        "' host ', host:1337",
    })
    void everySpellingBecomesOne(String address, String normalised) {
        assertThat(HostAndPort.parse(address, OptionalInt.of(1337))).hasToString(normalised);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":1337",
                "host:",
                "host:x",
                "host:0",
                "host:65536",
                "[::1",
                "::1]",
                "[host]",
                "*",
                "a b",
                "a/b"
            })
    void whatIsNoAddressIsRefusedByName(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostAndPort.parse(address, OptionalInt.of(1337)))
                .withMessageContaining("'" + address);
    }

    @Test
    void aPortIsAskedForWhereThereIsNoUsualOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HostAndPort.parse("moxa-3", OptionalInt.empty()))
                .withMessage("'moxa-3' names no port, write host:port");
    }
}
