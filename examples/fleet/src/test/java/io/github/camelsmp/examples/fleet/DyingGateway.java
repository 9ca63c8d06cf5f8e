package io.github.camelsmp.examples.fleet;

import org.apache.camel.main.Main;
import org.apache.camel.spi.InterceptStrategy;

/** A gateway that is gone the moment it has sent a result, before it can say that the job is done. */
public final class DyingGateway {

    private static final InterceptStrategy DEATH = (context, step, target, next) -> job -> {
        target.process(job);
        if (step.getLabel().contains("topic:results")) {
            Runtime.getRuntime().halt(1);
        }
    };

    private DyingGateway() {}

    /** @param arguments none */
    public static void main(String[] arguments) throws Exception {
        Main main = FleetGateway.create();
        main.bind("death", DEATH);
        main.run();
    }
}
