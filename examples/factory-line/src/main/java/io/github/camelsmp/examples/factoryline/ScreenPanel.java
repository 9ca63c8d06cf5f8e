package io.github.camelsmp.examples.factoryline;

import io.github.camelsmp.examples.factoryline.screen.Lamp;
import io.github.camelsmp.examples.factoryline.screen.Screen;
import io.github.camelsmp.examples.factoryline.station.Panel;
import org.apache.camel.ProducerTemplate;

/** The screen for people made of software, who press its button by a route. */
record ScreenPanel(Screen screen, ProducerTemplate button) implements Panel {

    @Override
    public Lamp lamp(String address) {
        return screen.lamp(address);
    }

    @Override
    public boolean isNumbered(String address) {
        return screen.isNumbered(address);
    }

    @Override
    public void setAside(String address) {
        button.sendBody("direct:set-aside", address);
    }
}
