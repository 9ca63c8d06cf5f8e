package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.transport.TransportListener;
import java.util.concurrent.Executor;

/** A line without a wire: messages go from one object to another. Applications and recovery both answer on it. */
public final class InProcessLine extends DeviceLine {

    private final TransportListener listener;
    private final Executor executor;
    private volatile boolean open = true;

    /** A line whose other end is this listener, called by this executor. */
    public InProcessLine(LineHost host, TransportListener listener, Executor executor) {
        super(host);
        this.listener = listener;
        this.executor = executor;
    }

    @Override
    public String address() {
        return "sim:" + host().name();
    }

    /** Takes a request from the other end. */
    void send(byte[] message) {
        host().run(() -> toDevice()
                .carry(message, whole -> toDevice().meetFate(whole, arrived -> accept(arrived, this::answer))));
    }

    private void answer(byte[] message, Runnable transmitted) {
        fromDevice()
                .carry(
                        message,
                        whole -> fromDevice().meetFate(whole, arrived -> tell(() -> listener.message(arrived))),
                        transmitted);
    }

    @Override
    public void print(String text) {
        text.lines().forEach(line -> tell(() -> listener.console(line)));
    }

    private void tell(Runnable call) {
        executor.execute(() -> {
            if (open) {
                call.run();
            }
        });
    }

    /** The other end hangs up. */
    void hangUp() {
        open = false;
        close();
    }

    @Override
    void release() {
        if (open) {
            executor.execute(() -> {
                if (open) {
                    open = false;
                    listener.closed(new SmpTransportException(address(), "the simulated device was closed"));
                }
            });
        }
    }
}
