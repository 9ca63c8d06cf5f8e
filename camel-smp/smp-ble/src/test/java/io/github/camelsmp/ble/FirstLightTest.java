package io.github.camelsmp.ble;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.ble.rig.FakePeripheral;
import io.github.camelsmp.ble.rig.Rig;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FirstLightTest {

    private final Rig rig = new Rig();

    @AfterEach
    void close() {
        rig.close();
    }

    @Test
    void anEchoComesBackFromADeviceFoundByName() throws Exception {
        FakePeripheral sensor = rig.device("Sensor 12");

        assertThat(rig.client("Sensor 12").os().echo("hello").get(20, TimeUnit.SECONDS))
                .isEqualTo("hello");
        assertThat(sensor.connects()).isEqualTo(1);
    }
}
