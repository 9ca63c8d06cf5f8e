package io.github.camelsmp.ble;

import io.github.camelsmp.ble.rig.FakeBlueZ;

class BlueZContractTest extends BackendContract<FakeBlueZ> {

    BlueZContractTest() {
        super(new FakeBlueZ());
    }
}
