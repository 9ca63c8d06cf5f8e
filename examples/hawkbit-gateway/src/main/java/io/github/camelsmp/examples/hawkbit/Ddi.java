package io.github.camelsmp.examples.hawkbit;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The addresses of hawkBit's Direct Device Integration API, and which of them may see a token. */
public final class Ddi {

    private static final Pattern ACTION =
            Pattern.compile("/(?:deploymentBase|cancelAction|confirmationBase)/(\\d{1,19})$");

    private final URI server;
    private final String tenant;
    private final String gatewayToken;
    private final List<URI> downloads;

    /**
     * @param server {@code https://hawkbit.example}
     * @param gatewayToken for targets without a token of their own
     * @param downloads where artefacts may come from besides the server, separated by commas; empty for nowhere
     */
    public Ddi(String server, String tenant, String gatewayToken, String downloads) {
        this.server = URI.create(server);
        this.tenant = tenant;
        this.gatewayToken = gatewayToken;
        this.downloads = Stream.of(downloads.split(","))
                .filter(text -> !text.isBlank())
                .map(text -> URI.create(text.strip()))
                .toList();
    }

    /** What is polled. */
    public String base(Target target) {
        return server.resolve("/" + encoded(tenant) + "/controller/v1/" + encoded(target.controllerId()))
                .toString();
    }

    /** Where is told what becomes of an action; {@code resource} is {@code deploymentBase} or a sibling of it. */
    public String feedback(Target target, String resource, String action) {
        return base(target) + "/" + resource + "/" + action + "/feedback";
    }

    /** Where attributes go. */
    public String configData(Target target) {
        return base(target) + "/configData";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /**
     * A link of an answer.
     *
     * @throws IllegalArgumentException if there is none of that name, or it leads to another server
     */
    public String link(Map<?, ?> links, String name) {
        URI link = href(links, name)
                .orElseThrow(
                        () -> new IllegalArgumentException("hawkBit gives no link " + name + ": " + links.keySet()));
        if (!sameOrigin(link, server)) {
            throw new IllegalArgumentException("the link " + name + " leads away from " + server + ": " + link);
        }
        return link.toString();
    }

    /**
     * Where an artefact is.
     *
     * @throws IllegalArgumentException if it is nowhere, or on a server that is not known
     */
    public String download(Map<?, ?> links) {
        URI link = href(links, "download")
                .or(() -> href(links, "download-http"))
                .orElseThrow(() -> new IllegalArgumentException("hawkBit says of an artefact not where it is"));
        if (!sameOrigin(link, server) && downloads.stream().noneMatch(known -> sameOrigin(link, known))) {
            throw new IllegalArgumentException(
                    "an artefact is on a server that gateway.downloads does not name: " + link);
        }
        return link.toString();
    }

    private static Optional<URI> href(Map<?, ?> links, String name) {
        return links.get(name) instanceof Map<?, ?> link && link.get("href") instanceof String href
                ? Optional.of(URI.create(href))
                : Optional.empty();
    }

    private static boolean sameOrigin(URI one, URI other) {
        return other.getScheme().equalsIgnoreCase(one.getScheme())
                && other.getAuthority().equalsIgnoreCase(one.getAuthority());
    }

    /** The number of the action that a link is about. */
    public String action(String link) {
        Matcher action = ACTION.matcher(URI.create(link).getPath());
        if (!action.find()) {
            throw new IllegalArgumentException("no action has the address " + link);
        }
        return action.group(1);
    }

    /** What is sent as {@code Authorization}; nothing to servers that only keep artefacts. */
    public String authorization(Target target, String uri) {
        if (!sameOrigin(URI.create(uri), server)) {
            return null;
        }
        return target.token().map(token -> "TargetToken " + token).orElse("GatewayToken " + gatewayToken);
    }
}
