package io.github.camelsmp.component.reference;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpImageException;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpUpgradeException;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What consumers emit and what exchanges fail with. */
final class EventsAndErrors {

    private static final Path SOURCES = Path.of("..", "smp-protocol", "src", "main", "java");

    private static final List<Class<? extends SmpException>> ERRORS = List.of(
            SmpErrorException.class,
            SmpTimeoutException.class,
            SmpTransportException.class,
            SmpProtocolException.class,
            SmpImageException.class,
            SmpUpgradeException.class);

    private static final Map<String, String> EVENTS = new LinkedHashMap<>();

    static {
        EVENTS.put("connected", "map: `address`, and `parameters` of a device that tells them");
        EVENTS.put("disconnected", "map: `address`, `reason`");
        EVENTS.put("console", "text: a line the device wrote on a serial line it shares with SMP");
        EVENTS.put("progress", "map: `operation`, `offset`, `length`, `bytesPerSecond`, `image`");
        EVENTS.put("stage", "map: `operation`, `stage` of firmwareUpgrade, `state` (`began` or `ended`)");
        EVENTS.put("message", "map: `group`, `command`, `sequence`, `payload` of a message nobody asked for");
        EVENTS.put("discovered", "map: `address`, and what else is known of a device that came");
        EVENTS.put("lost", "map: `address` of a device that went");
    }

    private EventsAndErrors() {}

    /**
     * Name and body of each event.
     *
     * @param option description of the option {@code events}, which has to name the same ones
     */
    static List<List<String>> events(String option) {
        for (String event : EVENTS.keySet()) {
            if (!option.contains(event)) {
                throw new IllegalStateException("the option events does not know " + event);
            }
        }
        return EVENTS.entrySet().stream()
                .map(event -> List.of("`" + event.getKey() + "`", event.getValue()))
                .toList();
    }

    /** Class, meaning and questions of each error; the meaning is what its source says. */
    static List<List<String>> errors() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Class<? extends SmpException> error : ERRORS) {
            rows.add(List.of("`" + error.getSimpleName() + "`", meaning(error), questions(error)));
        }
        return rows;
    }

    private static String meaning(Class<?> error) throws IOException {
        String source = Files.readString(SOURCES.resolve(error.getName().replace('.', '/') + ".java"));
        Matcher comment = Pattern.compile("/\\*\\*\\s*(.*?)\\s*\\*/\\s*public", Pattern.DOTALL)
                .matcher(source);
        if (!comment.find()) {
            throw new IllegalStateException(error + " does not say what it means");
        }
        return comment.group(1).replaceAll("\\s*\\n\\s*\\*\\s*", " ").replaceAll("\\{@\\w+ ([^}]*)}", "`$1`");
    }

    private static String questions(Class<?> error) {
        String questions = Arrays.stream(error.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !method.isSynthetic() && method.getParameterCount() == 0)
                .map(Method::getName)
                .sorted()
                .map(name -> "`" + name + "()`")
                .collect(Collectors.joining(", "));
        return questions.isEmpty() ? "`getMessage()`" : questions;
    }
}
