package io.github.camelsmp.ble;

import io.github.camelsmp.ble.rig.FakeBlueZ;

/** With BlueZ between the client and the air. */
abstract class BlueZTest extends RigTest<FakeBlueZ> {

    BlueZTest() {
        super(new FakeBlueZ());
    }
}
