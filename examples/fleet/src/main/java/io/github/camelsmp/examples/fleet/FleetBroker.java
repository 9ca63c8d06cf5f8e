package io.github.camelsmp.examples.fleet;

import java.nio.file.Path;
import java.util.Set;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** An Artemis broker inside the program. What it was given is on disk and there again after a restart. */
final class FleetBroker implements Broker {

    private static final long PAUSE_BETWEEN_TRIES = 1000;

    private final Path folder;
    private final int port;
    private EmbeddedActiveMQ broker;

    /** @param folder of the journal */
    FleetBroker(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    @Override
    public String address() {
        return "tcp://127.0.0.1:" + port;
    }

    @Override
    public void start() throws Exception {
        broker = new EmbeddedActiveMQ().setConfiguration(configuration());
        broker.start();
    }

    /** @param arguments the folder of the journal and the port; runs until it is stopped */
    public static void main(String[] arguments) throws Exception {
        new FleetBroker(Path.of(arguments[0]), Integer.parseInt(arguments[1])).start();
    }

    private Configuration configuration() throws Exception {
        Configuration configuration = new ConfigurationImpl()
                .setSecurityEnabled(false)
                .setPersistenceEnabled(true)
                .setJournalDirectory(folder.resolve("journal").toString())
                .setBindingsDirectory(folder.resolve("bindings").toString())
                .setPagingDirectory(folder.resolve("paging").toString())
                .setLargeMessagesDirectory(folder.resolve("large").toString())
                .setJournalFileSize(1024 * 1024)
                .setJMXManagementEnabled(false)
                .addAcceptorConfiguration("tcp", address())
                .addAddressSetting(
                        "#", new AddressSettings().setMaxDeliveryAttempts(-1).setRedeliveryDelay(PAUSE_BETWEEN_TRIES));
        for (String queue : Set.of("jobs", "jobs.dead")) {
            configuration.addAddressConfiguration(new CoreAddressConfiguration()
                    .setName(queue)
                    .addRoutingType(RoutingType.ANYCAST)
                    .addQueueConfig(
                            QueueConfiguration.of(SimpleString.of(queue)).setRoutingType(RoutingType.ANYCAST)));
        }
        return configuration;
    }

    @Override
    public void restart() throws Exception {
        broker.stop();
        start();
    }

    @Override
    public void close() throws Exception {
        broker.stop();
    }
}
