package io.github.camelsmp.examples.fleet;

import java.nio.file.Path;
import org.apache.camel.main.Main;

/** A gateway: a program of its own, of which there may be any number. */
public final class FleetGateway {

    private FleetGateway() {}

    /** @param arguments its name, the address of the broker, and the folder of the leases; runs until it is stopped */
    public static void main(String[] arguments) throws Exception {
        Main main = new Main();
        main.configure().withRoutesIncludePattern("classpath:routes/gateway/jobs.yaml");
        main.addOverrideProperty("gateway.name", arguments[0]);
        main.addOverrideProperty("fleet.broker", arguments[1]);
        main.bind("lease", new Lease(Path.of(arguments[2])));
        main.bind("images", new Images());
        main.run();
    }
}
