package io.github.camelsmp.examples.factoryline.screen;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Serves the page and its events on the HTTP server that the routes have. */
public final class ScreenServer {

    private static final long PAUSE_MILLIS = 200;
    private static final int MISDIRECTED = 421;

    private final Gate gate;
    private final EventStream events;
    private final boolean local;

    /**
     * @param gate who may do more than look
     * @param host what the server is bound to
     */
    public ScreenServer(Screen screen, Gate gate, String host) throws UnknownHostException {
        this.gate = gate;
        this.events = new EventStream(screen);
        this.local = InetAddress.getByName(host).isLoopbackAddress();
    }

    /** Begins to serve, before the routes of the context do. */
    public void mount(CamelContext context, int port) {
        VertxPlatformHttpRouter router =
                VertxPlatformHttpRouter.lookup(context, VertxPlatformHttpRouter.getRouterNameFromPort(port));
        router.route().order(-1).handler(this::guard);
        router.get("/events").handler(events::open);
        router.get("/rights").handler(request -> request.json(Map.of("control", gate.opens())));
        router.get("/*").handler(StaticHandler.create("screen").setCachingEnabled(false));
        router.vertx().setPeriodic(PAUSE_MILLIS, timer -> events.send());
    }

    private void guard(RoutingContext request) {
        HttpServerResponse response = request.response();
        response.putHeader("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'none'")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer");
        if (local && !isLocalName(request.request().authority().host())) {
            response.setStatusCode(MISDIRECTED).end();
        } else {
            request.next();
        }
    }

    /** A foreign page can give its own name the address of this machine, and then read what is here. */
    private static boolean isLocalName(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(?:\\.\\d{1,3}){3}");
    }
}
