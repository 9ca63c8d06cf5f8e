package io.github.camelsmp.component.zephyr;

import io.github.camelsmp.component.LoopbackRelay;
import io.github.camelsmp.protocol.SmpMessage;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** A relay that can be cut behind a request of one's choice. */
final class DatagramRelay extends LoopbackRelay {

    private final Predicate<SmpMessage> last;
    private final List<SmpMessage> requests = new CopyOnWriteArrayList<>();
    private volatile boolean cut;
    private volatile boolean mended;

    /** @param last nothing passes after the first request like this, until the relay is mended */
    DatagramRelay(int serverPort, Predicate<SmpMessage> last) throws SocketException {
        super(serverPort);
        this.last = last;
        start();
    }

    /** Lets everything pass from now on, and forgets the requests so far. */
    void mend() {
        requests.clear();
        mended = true;
        cut = false;
    }

    /** What passed on its way to the server. */
    List<SmpMessage> requests() {
        return List.copyOf(requests);
    }

    @Override
    protected void request(byte[] datagram) throws IOException {
        if (cut) {
            return;
        }
        SmpMessage request = SmpMessage.decode(datagram);
        requests.add(request);
        toDevice(datagram);
        cut = !mended && last.test(request);
    }

    @Override
    protected void answer(byte[] datagram) throws IOException {
        if (!cut) {
            toClient(datagram);
        }
    }
}
