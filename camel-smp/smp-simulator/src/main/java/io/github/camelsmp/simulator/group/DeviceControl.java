package io.github.camelsmp.simulator.group;

/** What commands can do to the device they run on. */
public interface DeviceControl {

    /**
     * Restarts the device after its reset delay; until then it goes on as before.
     *
     * @param bootMode what the next boot is to do: 0 for an ordinary one, 1 to stay in the bootloader
     */
    void reset(int bootMode);
}
