package io.github.camelsmp.component;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.StreamCache;
import org.apache.camel.WrappedFile;
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
        Object body = raw();
        return body == null
                || body instanceof CharSequence text && text.isEmpty()
                || body instanceof byte[] bytes && bytes.length == 0
                || body instanceof StreamCache cache && cache.length() == 0;
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
     * @throws NoSuchFileException if it is a file or resource that is not there
     */
    byte[] bytes(String what) throws InvalidPayloadException, IOException {
        if (raw() == null) {
            throw new IllegalArgumentException("the body is empty, it must be " + what);
        }
        Optional<Path> onDisk = file(what);
        if (onDisk.isPresent()) {
            return Files.readAllBytes(onDisk.get());
        }
        if (raw() instanceof Resource resource) {
            if (!resource.exists()) {
                throw new NoSuchFileException(
                        resource.getLocation(), null, "the body names a resource that is not there");
            }
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

    /**
     * The body, if it is a file on disk.
     *
     * @param what that the operation expects, for the error
     * @throws NoSuchFileException if it is not there
     * @throws IllegalArgumentException if it is a directory
     */
    Optional<Path> file(String what) throws NoSuchFileException {
        Object body = raw() instanceof WrappedFile<?> wrapped ? wrapped.getFile() : raw();
        Optional<Path> file = body instanceof Path path
                ? Optional.of(path)
                : body instanceof File plain ? Optional.of(plain.toPath()) : Optional.empty();
        if (file.filter(Files::isDirectory).isPresent()) {
            throw new IllegalArgumentException("the body is " + file.get() + ", a directory, it must be " + what);
        }
        if (file.filter(Files::notExists).isPresent()) {
            throw new NoSuchFileException(file.get().toString(), null, "the body names a file that is not there");
        }
        return file;
    }

    /** The body as a map with text keys; nothing becomes the empty map. */
    @SuppressWarnings("unchecked")
    Map<String, ?> map() throws InvalidPayloadException {
        return isEmpty() ? Map.of() : message.getMandatoryBody(Map.class);
    }
}
