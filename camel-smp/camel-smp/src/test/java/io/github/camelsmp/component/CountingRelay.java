package io.github.camelsmp.component;

import java.io.IOException;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicLong;

/** A relay where what passes is counted by somebody who knows neither the client nor the device. */
final class CountingRelay extends LoopbackRelay {

    final AtomicLong requests = new AtomicLong();
    final AtomicLong requestBytes = new AtomicLong();
    final AtomicLong answerBytes = new AtomicLong();

    CountingRelay(int devicePort) throws SocketException {
        super(devicePort);
        start();
    }

    @Override
    protected void request(byte[] datagram) throws IOException {
        requests.incrementAndGet();
        requestBytes.addAndGet(datagram.length);
        toDevice(datagram);
    }

    @Override
    protected void answer(byte[] datagram) throws IOException {
        answerBytes.addAndGet(datagram.length);
        toClient(datagram);
    }
}
