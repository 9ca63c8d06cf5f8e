package io.github.camelsmp.component;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;

/** The arguments of an operation: the header of an exchange wins over the option of its endpoint. */
final class Arguments {

    private final Exchange exchange;
    private final SmpConfiguration options;

    Arguments(Exchange exchange, SmpConfiguration options) {
        this.exchange = exchange;
        this.options = options;
    }

    /** What to do, for endpoints that leave it to the exchange. */
    SmpOperation requiredOperation() {
        return header(SmpConstants.OPERATION, SmpOperation.class, "one of " + List.of(SmpOperation.values()))
                .orElseThrow(() -> new IllegalArgumentException("nothing says what to do: set the option operation or"
                        + " the header CamelSmpOperation, or send a request of the client library as the body"));
    }

    int image() {
        return number(SmpConstants.IMAGE, options.getImage(), ArgumentOptions.LARGEST_BYTE)
                .orElse(0);
    }

    /** The image somebody named, for operations that can do without. */
    Optional<Integer> namedImage() {
        return number(SmpConstants.IMAGE, options.getImage(), ArgumentOptions.LARGEST_BYTE);
    }

    Optional<Integer> slot() {
        return number(SmpConstants.SLOT, options.getSlot(), ArgumentOptions.LARGEST_BYTE);
    }

    Optional<byte[]> hash() {
        Object header = exchange.getMessage().getHeader(SmpConstants.HASH);
        if (header instanceof byte[] bytes) {
            return Optional.of(bytes);
        }
        return text(SmpConstants.HASH, options.getHash()).map(ArgumentOptions::hash);
    }

    byte[] requiredHash() {
        return required("hash", SmpConstants.HASH, hash());
    }

    Optional<String> name() {
        return text(SmpConstants.NAME, options.getName());
    }

    String requiredName() {
        return required("name", SmpConstants.NAME, name());
    }

    String requiredPath() {
        return required("path", SmpConstants.PATH, text(SmpConstants.PATH, options.getPath()));
    }

    /** Empty for the field the device chooses. */
    String format() {
        return text(SmpConstants.FORMAT, options.getFormat()).orElse("");
    }

    /** Empty for the question without a name. */
    String query() {
        return text(SmpConstants.QUERY, options.getQuery()).orElse("");
    }

    boolean force() {
        return flag(SmpConstants.FORCE, options.isForce());
    }

    int bootMode() {
        return number(SmpConstants.BOOT_MODE, options.getBootMode(), ArgumentOptions.LARGEST_BYTE)
                .orElse(0);
    }

    /** Empty for the type the device chooses. */
    String hashType() {
        return text(SmpConstants.HASH_TYPE, options.getHashType()).orElse("");
    }

    Optional<Long> offset() {
        return count(SmpConstants.OFFSET, options.getOffset());
    }

    Optional<Long> length() {
        return count(SmpConstants.LENGTH, options.getLength())
                .map(length -> ArgumentOptions.positive(optionOf(SmpConstants.LENGTH), length));
    }

    int requiredGroup() {
        return required(
                "group",
                SmpConstants.GROUP,
                number(SmpConstants.GROUP, options.getGroup(), ArgumentOptions.LARGEST_GROUP));
    }

    int requiredCommand() {
        return required(
                "command",
                SmpConstants.COMMAND,
                number(SmpConstants.COMMAND, options.getCommand(), ArgumentOptions.LARGEST_BYTE));
    }

    boolean write() {
        return flag(SmpConstants.WRITE, options.isWrite());
    }

    /** Waiting time of each transmission, where the exchange has one of its own. */
    Optional<Duration> timeout() {
        Object value = exchange.getMessage().getHeader(SmpConstants.TIMEOUT);
        return value == null ? Optional.empty() : Optional.of(timeout(value));
    }

    private static Duration timeout(Object value) {
        Duration timeout =
                value instanceof Duration ready ? ready : Durations.parse(SmpConstants.TIMEOUT, value.toString());
        return ClientOptions.positive(SmpConstants.TIMEOUT, timeout.toMillis());
    }

    private Optional<String> text(String header, String option) {
        return header(header, String.class, "a text")
                .or(() -> Optional.ofNullable(option))
                .filter(text -> !text.isEmpty());
    }

    private boolean flag(String header, boolean option) {
        return header(header, Boolean.class, "true or false").orElse(option);
    }

    private Optional<Integer> number(String header, Integer option, int largest) {
        return header(header, Integer.class, "a whole number")
                .or(() -> Optional.ofNullable(option))
                .map(value -> ArgumentOptions.within(optionOf(header), value, largest));
    }

    private Optional<Long> count(String header, Long option) {
        return header(header, Long.class, "a whole number")
                .or(() -> Optional.ofNullable(option))
                .map(value -> ArgumentOptions.notNegative(optionOf(header), value));
    }

    private <T> Optional<T> header(String name, Class<T> type, String expected) {
        Object value = exchange.getMessage().getHeader(name);
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(convert(name, value, type, expected));
    }

    private <T> T convert(String header, Object value, Class<T> type, String expected) {
        T converted = exchange.getContext().getTypeConverter().tryConvertTo(type, exchange, value);
        if (converted == null) {
            throw new IllegalArgumentException("header " + header + " is '" + value + "', it must be " + expected);
        }
        return converted;
    }

    private static <T> T required(String option, String header, Optional<T> value) {
        return value.orElseThrow(() ->
                new IllegalArgumentException("the operation needs the option " + option + " or the header " + header));
    }

    private static String optionOf(String header) {
        String name = header.substring("CamelSmp".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }
}
