package io.github.camelsmp.component;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.ExtendedCamelContext;

/** Keeps the values of secret options out of what Camel logs and shows. It knows the names of its own only. */
final class Secrets {

    private Secrets() {}

    /** Names them to Camel, together with what the user has named. */
    static void hide(CamelContext context) {
        ExtendedCamelContext camel = context.getCamelContextExtension();
        Stream<String> ofTheUser = Optional.ofNullable(camel.getAdditionalSensitiveKeywords()).stream();
        camel.setAdditionalSensitiveKeywords(
                Stream.concat(ofTheUser, Stream.of("psk", "passkey")).collect(Collectors.joining(",")));
    }
}
