package io.github.camelsmp.protocol;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a request in words: {@code ImageGroup.StateRead} is an image state read. */
final class RequestName {
    private static final Pattern WORD_START = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private RequestName() {}

    static String of(Class<?> request) {
        String name = words(request.getSimpleName());
        if (name.isEmpty()) {
            return "request";
        }
        Class<?> group = request.getEnclosingClass();
        return group != null && group.getSimpleName().endsWith("Group")
                ? words(group.getSimpleName().replaceFirst("Group$", "")) + " " + name
                : name;
    }

    private static String words(String camelCase) {
        return WORD_START.matcher(camelCase).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
