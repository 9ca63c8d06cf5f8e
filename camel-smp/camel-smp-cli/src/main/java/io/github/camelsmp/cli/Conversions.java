package io.github.camelsmp.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** What words of a command line stand for. Each says in a sentence what is wrong with a word. */
final class Conversions {

    private Conversions() {}

    static void addTo(CommandLine command) {
        command.registerConverter(Duration.class, sentence(Durations::parse))
                .registerConverter(Hex.class, sentence(Hex::parse))
                .registerConverter(Json.Entries.class, sentence(Json::read))
                .registerConverter(LocalDateTime.class, sentence(Conversions::time));
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no time such as 2026-01-02T03:04:05", e);
        }
    }

    /** Picocli shows the message of this exception only as it is. */
    private static <T> ITypeConverter<T> sentence(Function<String, T> parser) {
        return text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }
}
