package io.github.camelsmp.component;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.util.URISupport;

/** Keeps the values of secret options out of the URIs that Camel logs and shows. It knows the names of its own only. */
final class Secrets {

    private Secrets() {}

    /** Names them to Camel, together with what the user has named: Camel keeps what it was told last. */
    static void hideInUris(CamelContext context) {
        Stream<String> ofTheUser = Stream.of("additionalSensitiveKeywords", "additional-sensitive-keywords")
                .map(option -> context.getPropertiesComponent().resolveProperty("camel.main." + option))
                .flatMap(Optional::stream);
        URISupport.addSanitizeKeywords(
                Stream.concat(ofTheUser, Stream.of("psk", "passkey")).collect(Collectors.joining(",")));
    }
}
