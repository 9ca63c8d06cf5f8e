package io.github.camelsmp.cli;

import static io.github.camelsmp.cli.Run.smp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Certificates in files, against the DTLS server of OpenSSL. It knows no SMP, so a good handshake is followed by silence. */
@Timeout(60)
class DtlsCertificatesTest {

    private static final Pattern ACCEPTS = Pattern.compile("ACCEPT .*:([0-9]+)");

    @TempDir
    private Path folder;

    private Process server;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "openssl"))));
        issue("device", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        issue("gateway", "ec", "-pkeyopt", "ec_paramgen_curve:P-256");
        issue("stranger", "rsa:2048");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.destroyForcibly();
        }
    }

    @Test
    void aDeviceWhoseCertificateIsTrustedIsAsked() throws Exception {
        Run run = echo(
                serve(),
                "--trusted-certificates=" + file("device.pem"),
                "--certificate=" + file("gateway.pem"),
                "--private-key=" + file("gateway.key"));

        assertThat(run.err()).contains("no answer to ");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_ANSWER.number());
    }

    @Test
    void aDeviceWhoseCertificateIsNotTrustedIsNot() throws Exception {
        Run run = echo(serve(), "--trusted-certificates=" + file("stranger.pem"));

        assertThat(run.err()).contains("a certificate was refused");
        assertThat(run.exitCode()).isEqualTo(ExitCode.NO_LINE.number());
    }

    @Test
    void aFileWithoutAKeyIsNamedBeforeAnythingIsSent() {
        Run run = echo(
                1337,
                "--trusted-certificates=" + file("device.pem"),
                "--certificate=" + file("gateway.pem"),
                "--private-key=" + file("gateway.pem"));

        assertThat(run.err()).contains("there is no key in " + file("gateway.pem"));
        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE.number());
    }

    private static Run echo(int port, String... credentials) {
        List<String> words =
                new ArrayList<>(List.of("echo", "udp:127.0.0.1:" + port, "--request-timeout=200ms", "--retries=0"));
        words.add("--dtls");
        words.addAll(List.of(credentials));
        return smp(words.toArray(String[]::new));
    }

    private int serve() throws IOException {
        server = openssl(
                        "s_server",
                        "-dtls1_2",
                        "-accept",
                        "127.0.0.1:0",
                        "-cert",
                        file("device.pem"),
                        "-key",
                        file("device.key"),
                        "-CAfile",
                        file("gateway.pem"),
                        "-Verify",
                        "1",
                        "-verify_return_error")
                .start();
        BufferedReader said = server.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher accepts = ACCEPTS.matcher(line);
            if (accepts.find()) {
                return Integer.parseInt(accepts.group(1));
            }
        }
        throw new IOException("openssl ended");
    }

    /** A certificate that its own key signed. */
    private void issue(String name, String... kind) throws Exception {
        List<String> words = new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=" + name));
        words.addAll(List.of("-addext", "subjectAltName=IP:127.0.0.1"));
        words.addAll(List.of("-keyout", file(name + ".key"), "-out", file(name + ".pem"), "-newkey"));
        words.addAll(List.of(kind));
        Process issuing = openssl(words.toArray(String[]::new)).start();
        issuing.getInputStream().readAllBytes();
        assertThat(issuing.waitFor()).isZero();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static ProcessBuilder openssl(String... words) {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }
}
