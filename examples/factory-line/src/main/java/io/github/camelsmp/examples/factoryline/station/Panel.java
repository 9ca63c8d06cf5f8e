package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.examples.factoryline.screen.Lamp;

/** What the people at the station see of the line, and the one thing they tell it. */
public interface Panel {

    /** What the lamp at a socket shows. */
    Lamp lamp(String address);

    /** Whether the board at a socket has shown a serial number. */
    boolean isNumbered(String address);

    /** The board at a socket never said who it is, and goes where boards go that nobody tries again. */
    void setAside(String address);
}
