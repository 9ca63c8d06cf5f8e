package io.github.camelsmp.examples.hawkbit;

import org.apache.camel.main.Main;

/** The gateway. What it does is in {@code routes/}, what it is told in {@code application.properties}. */
public final class HawkbitGateway {

    private HawkbitGateway() {}

    /** @param arguments as Camel's {@code Main} takes them; properties may also be given with {@code -D}. Runs until stopped */
    public static void main(String[] arguments) throws Exception {
        new Main(HawkbitGateway.class).run(arguments);
    }
}
