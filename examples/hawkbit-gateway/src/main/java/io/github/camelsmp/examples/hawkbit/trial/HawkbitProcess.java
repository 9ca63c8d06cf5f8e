package io.github.camelsmp.examples.hawkbit.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A hawkBit server: the program of {@code examples/hawkbit-server}, in a process of its own on the loopback interface. */
final class HawkbitProcess implements AutoCloseable {

    private static final Path BUILT = Path.of(System.getProperty("hawkbit.server", "../hawkbit-server/target"));
    private static final String READY = "Started HawkbitServer";

    private final Path home;
    private final int port;
    private final ChildProgram program;

    private HawkbitProcess(Path home, int port) throws IOException {
        this.home = home;
        this.port = port;
        this.program = new ChildProgram(new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-cp",
                BUILT.resolve("classes") + ":" + Files.readString(BUILT.resolve("class-path")),
                "io.github.camelsmp.examples.hawkbit.server.HawkbitServer",
                "--server.port=" + port,
                "--org.eclipse.hawkbit.repository.file.path=" + files()));
    }

    /** Starts one, which takes some fifteen seconds. */
    static HawkbitProcess start(Path home) throws IOException {
        HawkbitProcess server = new HawkbitProcess(Files.createDirectories(home), freePort());
        try {
            server.awaitReady();
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return probe.getLocalPort();
        }
    }

    private void awaitReady() throws IOException {
        StringBuilder said = new StringBuilder();
        InputStream output = program.process().getInputStream();
        BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8));
        String line = lines.readLine();
        while (line != null && !line.contains(READY)) {
            said.append(line).append('\n');
            line = lines.readLine();
        }
        if (line == null) {
            throw new IOException("hawkBit has not started:\n" + said);
        }
        Thread drain = new Thread(() -> drain(output), "hawkbit-server-output");
        drain.setDaemon(true);
        drain.start();
    }

    private void drain(InputStream output) {
        try (OutputStream log = Files.newOutputStream(home.resolve("hawkbit.log"))) {
            output.transferTo(log);
        } catch (IOException e) {
            System.err.println("what hawkBit says is lost from here on: " + e.getMessage());
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Where it keeps artefacts. */
    Path files() {
        return home.resolve("artifacts").toAbsolutePath();
    }

    @Override
    public void close() {
        program.close();
    }
}
