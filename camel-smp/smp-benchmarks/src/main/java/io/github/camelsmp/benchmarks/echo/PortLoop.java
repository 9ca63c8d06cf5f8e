package io.github.camelsmp.benchmarks.echo;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.time.Duration;

/** A port that is written to and read from on one thread, with the reads of our transport. */
record PortLoop(String path, byte[] request) implements BareLoop {

    private static final Duration LONGEST_CLOSE = Duration.ofSeconds(5);

    @Override
    public long[] times(int count) throws IOException {
        SerialPort port = open(path);
        try {
            long[] times = new long[count];
            Echoes echoes = new Echoes(port, request);
            for (int i = 0; i < count; i++) {
                long start = System.nanoTime();
                port.writeBytes(request, request.length);
                echoes.await();
                times[i] = System.nanoTime() - start;
            }
            return times;
        } finally {
            port.closePort();
        }
    }

    /** Our client lets go of the port on a thread of its own. */
    static SerialPort open(String path) throws IOException {
        SerialPort port = SerialPort.getCommPort(path);
        port.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, 0, 0);
        long start = System.nanoTime();
        while (!port.openPort()) {
            if (System.nanoTime() - start > LONGEST_CLOSE.toNanos()) {
                throw new IOException("the port " + path + " does not open");
            }
            Thread.onSpinWait();
        }
        return port;
    }

    /** What comes back from a port: an echo has as many lines as its request. */
    static final class Echoes {
        private final SerialPort port;
        private final byte[] in = new byte[4096];
        private final int linesOfOne;

        Echoes(SerialPort port, byte[] request) {
            this.port = port;
            this.linesOfOne = lines(request, request.length);
        }

        /** Reads until the next one is complete. */
        void await() {
            int lines = 0;
            while (lines < linesOfOne) {
                lines += lines(in, port.readBytes(in, in.length));
            }
        }

        private static int lines(byte[] bytes, int length) {
            int lines = 0;
            for (int i = 0; i < length; i++) {
                if (bytes[i] == '\n') {
                    lines++;
                }
            }
            return lines;
        }
    }
}
