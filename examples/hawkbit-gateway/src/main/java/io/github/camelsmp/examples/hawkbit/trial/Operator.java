package io.github.camelsmp.examples.hawkbit.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Who works with hawkBit: tells it of devices and firmware, by its Management API. */
final class Operator {

    private static final String BOUNDARY = "--------------------------firmware";

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI server;

    Operator(URI server) {
        this.server = server;
    }

    /** Lets gateways in that know a token. */
    void allowGateways(String token) throws IOException, InterruptedException {
        put("system/configs/authentication.gatewaytoken.enabled", Map.of("value", true));
        put("system/configs/authentication.gatewaytoken.key", Map.of("value", token));
    }

    /** Tells of a device; gives the token that only this device may use. */
    String register(String controllerId) throws IOException, InterruptedException {
        JsonNode made = post("targets", List.of(Map.of("controllerId", controllerId, "name", controllerId)));
        return made.get(0).get("securityToken").asText();
    }

    /** Makes a distribution set of one module with one file; gives its number. */
    long publish(String name, String version, String fileName, byte[] firmware)
            throws IOException, InterruptedException {
        long module = post("softwaremodules", List.of(Map.of("name", name, "version", version, "type", "os")))
                .get(0)
                .get("id")
                .asLong();
        send(
                "POST",
                "softwaremodules/" + module + "/artifacts",
                "multipart/form-data; boundary=" + BOUNDARY,
                file(fileName, firmware));
        Map<String, Object> set =
                Map.of("name", name, "version", version, "type", "os", "modules", List.of(Map.of("id", module)));
        return post("distributionsets", List.of(set)).get(0).get("id").asLong();
    }

    private static BodyPublisher file(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return BodyPublishers.ofByteArray(body.toByteArray());
    }

    /** Wants a distribution set on a device; gives the number of the action. */
    long assign(long set, String controllerId) throws IOException, InterruptedException {
        JsonNode assigned = post(
                "distributionsets/" + set + "/assignedTargets", List.of(Map.of("id", controllerId, "type", "forced")));
        return assigned.get("assignedActions").get(0).get("id").asLong();
    }

    /** Wants an action no more. */
    void cancel(String controllerId, long action) throws IOException, InterruptedException {
        send("DELETE", "targets/" + controllerId + "/actions/" + action, "application/json", BodyPublishers.noBody());
    }

    /** How the newest message about an action is called: {@code finished}, {@code error}, {@code running} and the like. */
    String status(String controllerId, long action) throws IOException, InterruptedException {
        return statuses(controllerId, action).get(0);
    }

    /** What hawkBit knows of an action, the newest first. */
    List<String> statuses(String controllerId, long action) throws IOException, InterruptedException {
        List<String> types = new ArrayList<>();
        history(controllerId, action).forEach(each -> types.add(each.get("type").asText()));
        return types;
    }

    /** What was said about an action, the newest first. */
    List<String> messages(String controllerId, long action) throws IOException, InterruptedException {
        List<String> messages = new ArrayList<>();
        history(controllerId, action)
                .forEach(each -> each.get("messages").forEach(message -> messages.add(message.asText())));
        return messages;
    }

    private JsonNode history(String controllerId, long action) throws IOException, InterruptedException {
        return get("targets/" + controllerId + "/actions/" + action + "/status?limit=50&sort=id:DESC")
                .get("content");
    }

    /** What a device said of itself. */
    JsonNode attributes(String controllerId) throws IOException, InterruptedException {
        return get("targets/" + controllerId + "/attributes");
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return send("GET", path, "application/json", BodyPublishers.noBody());
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        return send("POST", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private void put(String path, Object body) throws IOException, InterruptedException {
        send("PUT", path, "application/json", BodyPublishers.ofString(json.writeValueAsString(body)));
    }

    private JsonNode send(String method, String path, String type, BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.resolve("/rest/v1/" + path))
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString("admin:admin".getBytes(StandardCharsets.US_ASCII)))
                .header("Content-Type", type)
                .method(method, body)
                .build();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return json.readTree(answer.body());
    }
}
