package io.github.camelsmp.component;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.PropertyConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;

/**
 * Looks at the text of an option before the generated configurer sets it. Where a number is expected Camel reads many a
 * word as 0, and {@code slot=second} must not erase the first.
 *
 * <p>Generated configurers know a duration as a {@code long}; an option that is some other number is none of these.
 */
final class OptionConfigurer implements PropertyConfigurer, PropertyConfigurerGetter {

    private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d+");

    private final PropertyConfigurer generated;
    private final PropertyConfigurerGetter types;

    private OptionConfigurer(PropertyConfigurer generated, PropertyConfigurerGetter types) {
        this.generated = generated;
        this.types = types;
    }

    /** Puts itself before a configurer that knows the types of its options, as all generated ones do. */
    static PropertyConfigurer before(PropertyConfigurer generated) {
        return generated instanceof PropertyConfigurerGetter types ? new OptionConfigurer(generated, types) : generated;
    }

    /** @throws IllegalArgumentException naming the option and what it may be */
    @Override
    public boolean configure(CamelContext context, Object target, String name, Object value, boolean ignoreCase) {
        Object read =
                value instanceof String text && !isReference(text) ? read(context, name, text, ignoreCase) : value;
        return generated.configure(context, target, name, read, ignoreCase);
    }

    private static boolean isReference(String text) {
        return text.startsWith("#");
    }

    private Object read(CamelContext context, String name, String text, boolean ignoreCase) {
        Class<?> type = types.getOptionType(name, ignoreCase);
        if (type == long.class) {
            return Durations.parse(name, text);
        }
        if (type == int.class || type == Integer.class || type == Long.class) {
            return number(context, name, text, type);
        }
        return type != null && type.isEnum() ? word(context, name, text, type) : text;
    }

    private static Object number(CamelContext context, String name, String text, Class<?> type) {
        return Optional.of(text.trim())
                .filter(digits -> WHOLE_NUMBER.matcher(digits).matches())
                .<Object>map(digits -> context.getTypeConverter().tryConvertTo(type, digits))
                .orElseThrow(
                        () -> new IllegalArgumentException(name + " is '" + text + "', it must be a whole number"));
    }

    private static Object word(CamelContext context, String name, String text, Class<?> type) {
        return Optional.<Object>ofNullable(context.getTypeConverter().tryConvertTo(type, text))
                .orElseThrow(() -> new IllegalArgumentException(name + " is '" + text + "', it may be "
                        + Arrays.stream(type.getEnumConstants())
                                .map(Object::toString)
                                .collect(Collectors.joining(", "))));
    }

    @Override
    public Class<?> getOptionType(String name, boolean ignoreCase) {
        return types.getOptionType(name, ignoreCase);
    }

    @Override
    public String[] getAutowiredNames() {
        return types.getAutowiredNames();
    }

    @Override
    public Object getCollectionValueType(Object target, String name, boolean ignoreCase) {
        return types.getCollectionValueType(target, name, ignoreCase);
    }

    @Override
    public Object getOptionValue(Object target, String name, boolean ignoreCase) {
        return types.getOptionValue(target, name, ignoreCase);
    }
}
