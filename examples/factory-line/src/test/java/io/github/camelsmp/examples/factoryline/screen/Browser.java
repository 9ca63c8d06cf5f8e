package io.github.camelsmp.examples.factoryline.screen;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A headless Chromium with one page, driven by its DevTools protocol. */
final class Browser implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Process process;
    private WebSocket socket;

    private Browser(Process process) {
        this.process = process;
    }

    /** Where Chromium is; empty if it is not installed. */
    static Optional<Path> executable() {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(Path.of(folder, "chromium"), Path.of(folder, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts one with an empty page. */
    static Browser start(Path profile) throws IOException, InterruptedException {
        Browser browser = new Browser(new ProcessBuilder(
                        executable().orElseThrow().toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
        browser.connect(profile.resolve("DevToolsActivePort"));
        for (String domain : List.of("Runtime", "Log", "Page", "Accessibility")) {
            browser.ask(domain + ".enable", Map.of());
        }
        return browser;
    }

    private void connect(Path portFile) throws IOException, InterruptedException {
        await().atMost(PATIENCE)
                .until(() ->
                        Files.exists(portFile) && Files.readAllLines(portFile).size() > 1);
        URI list = URI.create("http://127.0.0.1:" + Files.readAllLines(portFile).get(0) + "/json/list");
        JsonNode pages =
                JSON.readTree(http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
        URI page = URI.create(pages.get(0).path("webSocketDebuggerUrl").asText());
        socket = http.newWebSocketBuilder().buildAsync(page, new Listener()).join();
    }

    /** What the console of the page complained of: errors, and exceptions nobody caught. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    void show(String url, int width, int height) {
        ask(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        ask("Page.navigate", Map.of("url", url));
    }

    /** Tells pages whether their reader wants them {@code light} or {@code dark}. */
    void prefer(String scheme) {
        ask(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Goes to an empty page; complaints from now on are those of the next. */
    void leave() {
        ask("Page.navigate", Map.of("url", "about:blank"));
        prefer("light");
        complaints.clear();
    }

    /** The value of an expression in the page. */
    JsonNode evaluate(String expression) {
        return ask("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true))
                .path("result")
                .path("value");
    }

    /** Waits until an expression is true in the page. */
    void until(String expression) {
        await(expression).atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> evaluate(expression)
                .asBoolean());
    }

    /** Presses a key, e.g. {@code Tab} or {@code ArrowRight}. */
    void press(String key) {
        String typed = key.equals("Enter") ? "\r" : "";
        Map<String, Object> event = Map.of("key", key, "code", key, "windowsVirtualKeyCode", virtualKey(key));
        ask("Input.dispatchKeyEvent", with(with(event, "type", "keyDown"), "text", typed));
        ask("Input.dispatchKeyEvent", with(event, "type", "keyUp"));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, String value) {
        Map<String, Object> more = new java.util.HashMap<>(map);
        more.put(key, value);
        return more;
    }

    private static int virtualKey(String key) {
        return switch (key) {
            case "Tab" -> 9;
            case "Enter" -> 13;
            case "Escape" -> 27;
            case "ArrowLeft" -> 37;
            case "ArrowUp" -> 38;
            case "ArrowRight" -> 39;
            case "ArrowDown" -> 40;
            default -> throw new IllegalArgumentException("no such key here: " + key);
        };
    }

    /** Every node that a screen reader hears of, as role and name. */
    List<String> accessibilityTree() {
        return Stream.of(ask("Accessibility.getFullAXTree", Map.of()).path("nodes"))
                .flatMap(nodes -> java.util.stream.StreamSupport.stream(nodes.spliterator(), false))
                .filter(node -> !node.path("ignored").asBoolean())
                .map(node -> node.path("role").path("value").asText() + " "
                        + node.path("name").path("value").asText())
                .toList();
    }

    byte[] screenshot() {
        return Base64.getDecoder()
                .decode(ask("Page.captureScreenshot", Map.of("format", "png"))
                        .path("data")
                        .asText());
    }

    private JsonNode ask(String method, Map<String, ?> parameters) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        try {
            String text = JSON.writeValueAsString(Map.of("id", id, "method", method, "params", parameters));
            socket.sendText(text, true).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        JsonNode said = answer.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.get("error"));
        }
        return said.path("result");
    }

    private void heard(JsonNode message) {
        switch (message.path("method").asText()) {
            case "Runtime.exceptionThrown" ->
                complaints.add(message.at("/params/exceptionDetails").toString());
            case "Log.entryAdded" -> {
                if (message.at("/params/entry/level").asText().equals("error")) {
                    complaints.add(message.at("/params/entry").toString());
                }
            }
            case "Runtime.consoleAPICalled" -> {
                if (message.at("/params/type").asText().equals("error")) {
                    complaints.add(message.at("/params/args").toString());
                }
            }
            default ->
                Optional.ofNullable(asked.remove(message.path("id").asInt()))
                        .ifPresent(answer -> answer.complete(message));
        }
    }

    @Override
    public void close() {
        socket.abort();
        process.destroy();
        process.onExit().join();
    }

    private final class Listener implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try {
                    heard(JSON.readTree(text.toString()));
                } catch (IOException e) {
                    complaints.add("Chromium sent what is no JSON: " + text);
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
