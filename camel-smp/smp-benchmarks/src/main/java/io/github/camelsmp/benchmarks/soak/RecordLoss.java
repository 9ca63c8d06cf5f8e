package io.github.camelsmp.benchmarks.soak;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetSocketAddress;
import java.util.Random;
import java.util.Set;
import org.eclipse.californium.scandium.DTLSConnector;
import org.eclipse.californium.scandium.config.DtlsConnectorConfig;
import org.eclipse.californium.scandium.dtls.Record;

/** A DTLS server on a link that loses and damages datagrams on their way to it, and loses them on their way from it. */
final class RecordLoss extends DTLSConnector {

    private static final double DAMAGED = 0.05;
    private static final double LOST = 0.1;

    private final Random random;
    private Set<Trouble> troubles = Set.of();

    RecordLoss(DtlsConnectorConfig settings, long seed) {
        super(settings);
        random = new Random(seed);
    }

    synchronized void impair(Weather weather) {
        troubles = weather.troubles();
    }

    private synchronized boolean loses() {
        return troubles.contains(Trouble.LOSS) && random.nextDouble() < LOST;
    }

    private synchronized boolean damages(DatagramPacket datagram) {
        boolean bad = troubles.contains(Trouble.CORRUPTION) || troubles.contains(Trouble.TRUNCATION);
        return bad && datagram.getLength() > 0 && random.nextDouble() < DAMAGED;
    }

    private synchronized void damage(DatagramPacket datagram) {
        datagram.getData()[datagram.getOffset() + random.nextInt(datagram.getLength())] ^= 1;
    }

    @Override
    protected void processDatagram(DatagramPacket datagram, InetSocketAddress router) {
        if (!loses()) {
            if (damages(datagram)) {
                damage(datagram);
            }
            super.processDatagram(datagram, router);
        }
    }

    @Override
    protected void sendRecord(Record sent) throws IOException {
        if (!loses()) {
            super.sendRecord(sent);
        }
    }
}
