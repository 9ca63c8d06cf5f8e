package io.github.camelsmp.examples.hawkbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DdiTest {

    private final Ddi ddi = new Ddi("https://hawkbit.example", "DEFAULT", "of the gateway", "https://files.example");
    private final Target odd = new Target("a/../b c?d", "udp:127.0.0.1", Optional.of("of the target"));

    @Test
    void aNameOfATargetIsOnePartOfAPath() {
        assertThat(ddi.base(odd)).isEqualTo("https://hawkbit.example/DEFAULT/controller/v1/a%2F..%2Fb%20c%3Fd");
    }

    @Test
    void followsNoLinkToAnotherServer() {
        assertThat(ddi.link(links("deploymentBase", "https://hawkbit.example/x?c=-1"), "deploymentBase"))
                .isEqualTo("https://hawkbit.example/x?c=-1");
        assertThatThrownBy(() -> ddi.link(links("deploymentBase", "https://hawkbit.example.evil/x"), "deploymentBase"))
                .hasMessageContaining("leads away");
        assertThatThrownBy(() -> ddi.link(links("deploymentBase", "file:/etc/passwd"), "deploymentBase"))
                .hasMessageContaining("leads away");
    }

    @Test
    void showsTokensToHawkbitAlone() {
        assertThat(ddi.authorization(odd, "https://hawkbit.example/x")).isEqualTo("TargetToken of the target");
        assertThat(ddi.authorization(odd, "https://files.example/x")).isNull();
        assertThat(ddi.download(links("download", "https://files.example/x"))).isEqualTo("https://files.example/x");
    }

    @Test
    void anActionHasANumber() {
        assertThat(ddi.action("https://hawkbit.example/DEFAULT/controller/v1/a/deploymentBase/17?c=-5"))
                .isEqualTo("17");
        assertThatThrownBy(() -> ddi.action("https://hawkbit.example/deploymentBase/..%2F17"))
                .hasMessageContaining("no action");
    }

    private static Map<String, ?> links(String name, String href) {
        return Map.of(name, Map.of("href", href));
    }
}
