package io.github.camelsmp.benchmarks.echo;

import com.fazecast.jSerialComm.SerialPort;
import io.netty.channel.EventLoop;
import java.io.IOException;

/**
 * A port that one thread reads, with reads that block, and hands over to a loop that also has timers: the I/O of our
 * transport with its thread of a connection, and nothing else.
 */
record HandedOverPortLoop(String path, byte[] request, EventLoop loop) implements BareLoop {

    @Override
    public long[] times(int count) throws IOException {
        SerialPort port = PortLoop.open(path);
        try {
            Turns turns = new Turns(port, request, new long[count]);
            PortLoop.Echoes echoes = new PortLoop.Echoes(port, request);
            loop.execute(turns::ask);
            for (int i = 0; i < count; i++) {
                echoes.await();
                loop.execute(turns::answered);
            }
            loop.submit(() -> {}).syncUninterruptibly();
            return turns.times;
        } finally {
            port.closePort();
        }
    }

    /** Lives on the loop. */
    private static final class Turns {
        private final SerialPort port;
        private final byte[] request;
        private final long[] times;
        private long start;
        private int next;

        private Turns(SerialPort port, byte[] request, long[] times) {
            this.port = port;
            this.request = request;
            this.times = times;
        }

        private void ask() {
            start = System.nanoTime();
            port.writeBytes(request, request.length);
        }

        private void answered() {
            times[next] = System.nanoTime() - start;
            next++;
            if (next < times.length) {
                ask();
            }
        }
    }
}
