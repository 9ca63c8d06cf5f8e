package io.github.camelsmp.examples.factoryline.screen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Server-sent events: {@code all} once, {@code news} as it comes, and a {@code tick} without news, so that a page knows
 * that it is still connected. A page that is too slow gets everything anew when it has caught up. Lives on the event loop
 * of the server.
 */
final class EventStream {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Screen screen;
    /** Pages, and whether they have missed something. */
    private final Map<HttpServerResponse, Boolean> pages = new LinkedHashMap<>();

    EventStream(Screen screen) {
        this.screen = screen;
    }

    /** Takes on a page. */
    void open(RoutingContext request) {
        HttpServerResponse page = request.response();
        page.setChunked(true);
        page.putHeader("Content-Type", "text/event-stream; charset=utf-8").putHeader("Cache-Control", "no-store");
        page.closeHandler(closed -> pages.remove(page));
        page.exceptionHandler(failed -> pages.remove(page));
        pages.put(page, true);
        catchUp(page);
    }

    /** Sends what is new; to be called several times a second. */
    void send() {
        Map<String, Object> news = screen.news();
        String event = news.isEmpty() ? event("tick", Map.of()) : event("news", news);
        pages.forEach((page, behind) -> {
            if (page.writeQueueFull()) {
                pages.put(page, true);
            } else if (behind) {
                catchUp(page);
            } else {
                page.write(event);
            }
        });
    }

    private void catchUp(HttpServerResponse page) {
        page.write(event("all", screen.all()));
        pages.put(page, false);
    }

    private static String event(String name, Map<String, Object> data) {
        try {
            return "event: " + name + "\ndata: " + JSON.writeValueAsString(data) + "\n\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the screen shows are plain values", e);
        }
    }
}
