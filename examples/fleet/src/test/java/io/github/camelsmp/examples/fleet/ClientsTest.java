package io.github.camelsmp.examples.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private static final InetSocketAddress ONE = new InetSocketAddress("127.0.0.1", 40_001);
    private static final InetSocketAddress OTHER = new InetSocketAddress("127.0.0.1", 40_002);

    private final Clients clients = new Clients();

    @Test
    void takesOneAfterTheOtherForNoOverlap() {
        asked(ONE, ONE, OTHER, OTHER);

        assertThat(clients.overlaps()).isZero();
        assertThat(clients.count()).isEqualTo(2);
    }

    @Test
    void noticesAClientThatGoesOnBesideAnother() {
        asked(ONE, OTHER, ONE, ONE, OTHER);

        assertThat(clients.overlaps()).isEqualTo(2);
    }

    private void asked(InetSocketAddress... askers) {
        for (InetSocketAddress asker : askers) {
            clients.asked(asker);
        }
    }
}
