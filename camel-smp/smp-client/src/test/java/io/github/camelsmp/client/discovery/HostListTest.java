package io.github.camelsmp.client.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostListTest {

    @Test
    void takesHostsWithAPortAndWithout() {
        assertThat(HostList.parse("192.0.2.7, gw.local:1338,[2001:db8::7]:1339,[::1]"))
                .containsExactly("192.0.2.7:1337", "gw.local:1338", "[2001:db8::7]:1339", "[::1]:1337");
    }

    @Test
    void expandsANetworkToItsHosts() {
        assertThat(HostList.parse("192.0.2.0/28"))
                .hasSize(14)
                .startsWith("192.0.2.1:1337", "192.0.2.2:1337")
                .endsWith("192.0.2.14:1337");
    }

    @Test
    void takesTheNetworkOfAnyAddressInIt() {
        assertThat(HostList.parse("192.0.2.6/30:1338")).containsExactly("192.0.2.5:1338", "192.0.2.6:1338");
    }

    @Test
    void leavesNoAddressOutOfNetworksThatHaveOnlyHosts() {
        assertThat(HostList.parse("192.0.2.6/31,192.0.2.9/32"))
                .containsExactly("192.0.2.6:1337", "192.0.2.7:1337", "192.0.2.9:1337");
    }

    @Test
    void expandsANetworkOfIpv6() {
        assertThat(HostList.parse("[2001:db8::]/126:1338"))
                .containsExactly("[2001:db8::]:1338", "[2001:db8::1]:1338", "[2001:db8::2]:1338", "[2001:db8::3]:1338");
    }

    @Test
    void expandsRanges() {
        assertThat(HostList.parse("192.0.2.254-192.0.3.1:1338,192.0.2.1-3"))
                .containsExactly(
                        "192.0.2.254:1338",
                        "192.0.2.255:1338",
                        "192.0.3.0:1338",
                        "192.0.3.1:1338",
                        "192.0.2.1:1337",
                        "192.0.2.2:1337",
                        "192.0.2.3:1337");
    }

    @Test
    void takesADashInANameForNoRange() {
        assertThat(HostList.parse("gw-1.local,10-0-0-1.example"))
                .containsExactly("gw-1.local:1337", "10-0-0-1.example:1337");
    }

    @Test
    void namesEachHostOnce() {
        assertThat(HostList.parse("192.0.2.1-2,192.0.2.2,192.0.2.2:1337"))
                .containsExactly("192.0.2.1:1337", "192.0.2.2:1337");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2.0/33",
                "192.0.2.300/30",
                "192.0.2.9-192.0.2.1",
                "192.0.2.1-300",
                "[2001:db8::]/129",
                "[nonsense]/120",
                "gw.local/28",
                "gw.local:99999",
                "gw local"
            })
    void saysWhichPartIsWrong(String part) {
        assertThatThrownBy(() -> HostList.parse("192.0.2.7," + part))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hosts")
                .hasMessageContaining("'" + part + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "192.0.2.7,,192.0.2.8", ","})
    void wantsAHostBetweenCommas(String hosts) {
        assertThatThrownBy(() -> HostList.parse(hosts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hosts is '" + hosts + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/8", "[2001:db8::]/64", "10.0.0.0/20,10.1.0.0/20", "10.0.0.0-10.0.255.255"})
    void refusesMoreHostsThanCanBeAsked(String hosts) {
        assertThatThrownBy(() -> HostList.parse(hosts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4096");
    }
}
