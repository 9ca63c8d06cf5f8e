package com.example.thermostat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.RawRequest;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpVersion;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A user's group needs no code of ours. */
class ThermostatGroupTest {

    private final ThermostatGroup.SetTarget request = new ThermostatGroup.SetTarget("hall", 21.5);

    @Test
    void aRequestOfAUserGoesOntoTheWire() {
        byte[] message = SmpMessage.encode(request, SmpVersion.V2, 1);

        assertThat(HexFormat.of().formatHex(message))
                .isEqualTo("0a00001800410103" + "a2" + "64726f6f6d" + "6468616c6c" + "6763656c73697573" + "fa41ac0000");
    }

    @Test
    void itsAnswerIsTyped() {
        CborMap answer = CborMap.of(Map.of("room", "hall", "heating", true));

        assertThat(request.errorIn(answer)).isEmpty();
        assertThat(request.readResponse(answer)).isEqualTo(new ThermostatGroup.Target("hall", true));
    }

    @Test
    void itsErrorsAreThoseOfItsGroup() {
        CborMap answer = CborMap.of(Map.of("err", Map.of("group", 65, "rc", 4)));

        assertThat(request.errorIn(answer)).hasValue(new SmpError(65, 4, ""));
        assertThat(request.errorIn(answer).orElseThrow().describe()).isEqualTo("4 (group 65, code 4)");
    }

    @Test
    void itCanBeAskedWithoutARecord() {
        RawRequest raw = RawRequest.write(65, 3, request.payload());

        assertThat(SmpMessage.encode(raw, SmpVersion.V2, 1)).isEqualTo(SmpMessage.encode(request, SmpVersion.V2, 1));
        assertThat(raw.repeatable()).isFalse();
        assertThat(RawRequest.read(65, 3, CborMap.EMPTY).repeatable()).isTrue();
    }
}
