package io.github.camelsmp.examples.fleet;

import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.cluster.FileLockClusterService;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;

/**
 * A gateway: a program of its own, of which there may be any number. What it is told are the properties of
 * {@code application.properties}, as system properties or in the environment.
 */
public final class FleetGateway {

    private FleetGateway() {}

    /** @param arguments none; runs until it is stopped */
    public static void main(String[] arguments) throws Exception {
        create().run();
    }

    static Main create() {
        Main main = new Main();
        main.configure().withRoutesIncludePattern("classpath:routes/gateway/*.yaml");
        main.addMainListener(new Owners());
        return main;
    }

    /** Who owns a port is settled by locks on files in the folder of the leases. */
    private static final class Owners extends MainListenerSupport {

        private static final long PAUSE = 1000;

        @Override
        public void afterConfigure(BaseMainSupport main) {
            CamelContext context = main.getCamelContext();
            FileLockClusterService locks = new FileLockClusterService();
            locks.setRoot(context.resolvePropertyPlaceholders("{{fleet.leases}}/owners"));
            locks.setAcquireLockDelay(PAUSE, TimeUnit.MILLISECONDS);
            locks.setAcquireLockInterval(PAUSE, TimeUnit.MILLISECONDS);
            try {
                context.addService(locks);
            } catch (Exception e) {
                throw new IllegalStateException("no locks in " + locks.getRoot(), e);
            }
        }
    }
}
