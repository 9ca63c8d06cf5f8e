package io.github.camelsmp.component;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.MessageHelper;

/** What an exchange brings, in the form an operation needs it. It can be read again after that, for a redelivery. */
final class Body {

    private final Exchange exchange;
    private final Message message;

    Body(Exchange exchange) {
        this.exchange = exchange;
        this.message = exchange.getMessage();
    }

    Object raw() {
        return message.getBody();
    }

    /** Whether there is nothing in it. */
    boolean isEmpty() {
        return raw() == null || raw() instanceof CharSequence text && text.isEmpty();
    }

    /** The body as text; nothing becomes the empty text. */
    String text() throws InvalidPayloadException {
        if (isEmpty()) {
            return "";
        }
        String text = message.getMandatoryBody(String.class);
        MessageHelper.resetStreamCache(message);
        return text;
    }

    /**
     * The body as bytes.
     *
     * @param what that the operation expects, for the error
     * @throws IllegalArgumentException if there is none
     */
    byte[] bytes(String what) throws InvalidPayloadException, IOException {
        if (raw() == null) {
            throw new IllegalArgumentException("the body is empty, it must be " + what);
        }
        if (raw() instanceof Resource resource) {
            try (InputStream stream = resource.getInputStream()) {
                return stream.readAllBytes();
            }
        }
        byte[] bytes = message.getMandatoryBody(byte[].class);
        if (raw() instanceof InputStream && !(raw() instanceof StreamCache)) {
            message.setBody(bytes);
        }
        MessageHelper.resetStreamCache(message);
        return bytes;
    }

    /** The body as a map with text keys; nothing becomes the empty map. */
    @SuppressWarnings("unchecked")
    Map<String, ?> map() throws InvalidPayloadException {
        return isEmpty() ? Map.of() : message.getMandatoryBody(Map.class);
    }
}
