package io.github.camelsmp.component.zephyr;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A line to an emulated server on which log text comes at the full rate of 115200 baud, between the lines of the server
 * as its own logging would put it.
 */
final class LogTap implements AutoCloseable {

    /** What a line of some 70 characters takes at 115200 baud. */
    private static final long MILLIS_A_LINE = 6;

    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final int serverPort;
    private final ExecutorService pumps = Executors.newCachedThreadPool();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<String> printed = Collections.synchronizedList(new ArrayList<>());
    private boolean atStartOfLine = true;
    private int due;

    LogTap(int serverPort) throws IOException {
        this.serverPort = serverPort;
        pumps.execute(this::serve);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Every line of log text so far. */
    List<String> printed() {
        synchronized (printed) {
            return List.copyOf(printed);
        }
    }

    /** From now on there is only what the server says. */
    void fallSilent() throws InterruptedException {
        clock.shutdown();
        clock.awaitTermination(1, TimeUnit.MINUTES);
    }

    private void serve() {
        try (Socket host = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            OutputStream toHost = new BufferedOutputStream(host.getOutputStream());
            clock.scheduleAtFixedRate(() -> print(toHost), 0, MILLIS_A_LINE, TimeUnit.MILLISECONDS);
            pumps.execute(() -> pumpRequests(host, server));
            InputStream answers = server.getInputStream();
            byte[] bytes = new byte[4096];
            for (int length = answers.read(bytes); length > 0; length = answers.read(bytes)) {
                pass(toHost, bytes, length);
            }
        } catch (IOException e) {
            // one of the two hung up
            clock.shutdown();
        }
    }

    private static void pumpRequests(Socket host, Socket server) {
        try {
            host.getInputStream().transferTo(server.getOutputStream());
            server.close();
        } catch (IOException e) {
            // the server was killed; whoever sends notices by himself
            return;
        }
    }

    private synchronized void pass(OutputStream toHost, byte[] bytes, int length) throws IOException {
        for (int position = 0; position < length; position++) {
            toHost.write(bytes[position]);
            atStartOfLine = bytes[position] == '\n';
            printWhatIsDue(toHost);
        }
        toHost.flush();
    }

    private synchronized void print(OutputStream toHost) {
        due++;
        try {
            printWhatIsDue(toHost);
            toHost.flush();
        } catch (IOException e) {
            clock.shutdown();
        }
    }

    /** Text never breaks into a line of the server. */
    private void printWhatIsDue(OutputStream toHost) throws IOException {
        for (; atStartOfLine && due > 0; due--) {
            String line =
                    "[00:00:00.000,000] <inf> tap: line %06d, as long as lines of a log are".formatted(printed.size());
            toHost.write((line + "\r\n").getBytes(US_ASCII));
            printed.add(line);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        clock.shutdownNow();
        pumps.shutdownNow();
    }
}
