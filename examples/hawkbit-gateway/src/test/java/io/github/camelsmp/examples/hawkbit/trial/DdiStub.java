package io.github.camelsmp.examples.hawkbit.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.camelsmp.simulator.FirmwareImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * As much of the Direct Device Integration API as its description says of one target with one action, for what the real
 * server of the tests does not have or does not do on demand. It also serves the artefact, and breaks off the first time.
 */
final class DdiStub implements AutoCloseable {

    private static final String TARGET = "/DEFAULT/controller/v1/stub";

    private final ObjectMapper json = new ObjectMapper();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final BlockingQueue<Posted> posted = new LinkedBlockingQueue<>();
    private final BlockingQueue<Download> downloads = new LinkedBlockingQueue<>();
    private final FirmwareImage firmware;
    private final String fileName;
    private final URI store;
    private volatile String open;
    private volatile int answer = 200;

    /** What the gateway told. */
    record Posted(String path, JsonNode body) {}

    /** How the gateway asked for the artefact; null where a header was absent. */
    record Download(String range, String authorization) {}

    /**
     * Serves a deployment.
     *
     * @param open the resource that is open: {@code deploymentBase} or {@code confirmationBase}
     * @param store where it says that the artefact is; the port is added
     */
    DdiStub(FirmwareImage firmware, String fileName, String open, String store) throws IOException {
        this.firmware = firmware;
        this.fileName = fileName;
        this.open = open;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        this.store = URI.create(store + ":" + server.getAddress().getPort());
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Answers so to whatever it is told from now on. */
    void answer(int status) {
        answer = status;
    }

    /** The next thing the gateway tells of its resource. */
    Posted told(String resource) throws InterruptedException {
        Posted next = posted.poll(90, TimeUnit.SECONDS);
        while (next != null && !(next.path().contains(resource) && !isProgress(next))) {
            next = posted.poll(90, TimeUnit.SECONDS);
        }
        return next;
    }

    private static boolean isProgress(Posted told) {
        return told.body().path("status").path("execution").asText().equals("proceeding");
    }

    List<Download> downloads() {
        return List.copyOf(downloads);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/firmware")) {
                download(exchange);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                posted.add(new Posted(path, json.readTree(exchange.getRequestBody())));
                open = path.contains("confirmationBase")
                        ? "deploymentBase"
                        : path.contains("feedback") && isOver() ? "" : open;
                exchange.sendResponseHeaders(answer, -1);
            } else {
                send(exchange, path.equals(TARGET) ? base() : deployment());
            }
        }
    }

    private boolean isOver() {
        return posted.stream()
                .anyMatch(told ->
                        told.body().path("status").path("execution").asText().equals("closed"));
    }

    private void send(HttpExchange exchange, Object body) throws IOException {
        byte[] bytes = json.writeValueAsBytes(body);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private Object base() {
        Map<String, ?> links =
                open.isEmpty() ? Map.of() : Map.of(open, link(address() + TARGET + "/" + open + "/5?c=-1"));
        return Map.of("config", Map.of("polling", Map.of("sleep", "00:00:01")), "_links", links);
    }

    private static Map<String, String> link(String href) {
        return Map.of("href", href);
    }

    private Object deployment() {
        Map<String, Object> artifact = Map.of(
                "filename",
                fileName,
                "size",
                firmware.bytes().length,
                "hashes",
                Map.of("sha256", sha256(firmware.bytes())),
                "_links",
                Map.of("download", link(store + "/firmware")));
        Map<String, Object> module =
                Map.of("part", "os", "name", "firmware", "version", "1.1.0", "artifacts", List.of(artifact));
        return Map.of(
                "id", "5", "deployment", Map.of("download", "forced", "update", "forced", "chunks", List.of(module)));
    }

    private void download(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        downloads.add(new Download(range, exchange.getRequestHeaders().getFirst("Authorization")));
        int from = Integer.parseInt(range.replaceAll("\\D", ""));
        byte[] bytes = firmware.bytes();
        exchange.sendResponseHeaders(206, bytes.length - from);
        int to = downloads.size() == 1 ? bytes.length / 2 : bytes.length;
        exchange.getResponseBody().write(bytes, from, to - from);
        exchange.getResponseBody().flush();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
