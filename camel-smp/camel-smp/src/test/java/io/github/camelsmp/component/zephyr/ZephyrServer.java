package io.github.camelsmp.component.zephyr;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real server that runs as a process of its own, in a folder of its own, until it is closed. */
final class ZephyrServer implements AutoCloseable {

    private static final Pattern PSEUDO_TERMINAL = Pattern.compile("connected to pseudotty: (\\S+)");
    private static final String APPLICATION = "smp_sample";
    private static final Pattern UDP_SOCKET = Pattern.compile("smp_udp: Started");

    private static final String MONITOR = "monitor";

    private final ServerDescription description;
    private final Path folder;
    private final int tcpPort;
    private CompletableFuture<String> ready;
    private Process process;

    private ZephyrServer(ServerDescription description) throws IOException {
        this.description = description;
        this.folder = Files.createTempDirectory("smp-server-");
        this.tcpPort = description.isEmulated() ? freeLoopbackPort() : 0;
        linkArtifacts();
    }

    static ZephyrServer start(ServerDescription description) throws Exception {
        ZephyrServer server = new ZephyrServer(description);
        server.launch();
        return server;
    }

    /** Starts it again after {@link #kill}, with the flash it had; a pseudo-terminal has another name then. */
    void relaunch() throws Exception {
        launch();
    }

    private void launch() throws Exception {
        CompletableFuture<String> started = new CompletableFuture<>();
        ready = started;
        process = new ProcessBuilder(command().split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        if (description.isEmulated()) {
            awaitBoot();
            started.complete("");
        }
        BufferedReader words = process.inputReader();
        Thread output = new Thread(() -> readOutput(words, started), "output of " + description);
        output.setDaemon(true);
        output.start();
        started.get(30, TimeUnit.SECONDS);
    }

    private String command() {
        if (!description.isEmulated()) {
            return description.command();
        }
        // an emulator that waits for its line says nothing before somebody listens
        return description
                        .command()
                        .replace("<PORT>", Integer.toString(tcpPort))
                        .replace("wait=off", "wait=on")
                + " -qmp unix:" + MONITOR + ",server=on,wait=off";
    }

    /**
     * Waits for the first words of the application where they share the line. The emulated nRF51 forgets to tell of bytes
     * that came before its driver was there, and is deaf from then on.
     */
    private void awaitBoot() throws IOException {
        try (Socket line = connect()) {
            if (description.target().equals("qemu_cortex_m0")) {
                awaitApplication(line);
            }
        }
    }

    private static void awaitApplication(Socket line) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(line.getInputStream(), US_ASCII));
        String said = "";
        while (said != null && !said.contains(APPLICATION)) {
            said = text.readLine();
        }
    }

    private Socket connect() throws IOException {
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), tcpPort);
            } catch (ConnectException e) {
                if (!process.isAlive()) {
                    throw new IOException(description + " ended at once", e);
                }
                Thread.onSpinWait();
            }
        }
    }

    /** Stops an emulated board between two instructions. */
    void cutPower() throws IOException {
        try (EmulatorMonitor monitor = monitor()) {
            monitor.stop();
        }
    }

    /** Starts a board without power again, with the flash it had; nobody else may be on its line. */
    void restorePower() throws IOException {
        // what its UART had taken when it stopped makes it deaf once more
        for (int start = 0; start < 2; start++) {
            try (EmulatorMonitor monitor = monitor();
                    Socket line = connect()) {
                monitor.reset();
                awaitApplication(line);
            }
        }
    }

    private EmulatorMonitor monitor() throws IOException {
        return new EmulatorMonitor(folder.resolve(MONITOR));
    }

    /** Ends the process as a power cut would. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** What a user would write to reach it, options included. */
    String uri(String options) {
        return uri(address(), options);
    }

    /** The same through a line to the port of an emulated one. */
    String uriThrough(int port, String options) {
        return uri("tcp:127.0.0.1:" + port, options);
    }

    int tcpPort() {
        return tcpPort;
    }

    private String uri(String address, String options) {
        String framing = description.transport().equals("serial_raw") ? "framing=raw" : "framing=console";
        return "smp:" + address + "?" + framing + (options.isEmpty() ? "" : "&" + options);
    }

    String address() {
        if (description.isEmulated()) {
            return "tcp:127.0.0.1:" + tcpPort;
        }
        if (description.transport().equals("udp")) {
            return description.isIpv6()
                    ? "udp:[::1]:" + description.udpPort()
                    : "udp:127.0.0.1:" + description.udpPort();
        }
        return "serial:" + ready.join();
    }

    private void readOutput(BufferedReader words, CompletableFuture<String> started) {
        Pattern sign = description.transport().equals("udp") ? UDP_SOCKET : PSEUDO_TERMINAL;
        StringBuilder all = new StringBuilder();
        try (BufferedReader lines = words) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                all.append(line).append('\n');
                Matcher matcher = sign.matcher(line);
                if (matcher.find()) {
                    started.complete(matcher.groupCount() == 0 ? "" : matcher.group(1));
                }
            }
        } catch (IOException e) {
            all.append(e);
        }
        started.completeExceptionally(new IllegalStateException(description + " ended at once and said: " + all));
    }

    private void linkArtifacts() throws IOException {
        try (Stream<Path> artifacts = Files.list(description.folder())) {
            for (Path artifact : artifacts.toList()) {
                Files.createSymbolicLink(folder.resolve(artifact.getFileName()), artifact);
            }
        }
    }

    private static int freeLoopbackPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws Exception {
        kill();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : List.copyOf(files.toList())) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        Files.delete(folder);
    }
}
