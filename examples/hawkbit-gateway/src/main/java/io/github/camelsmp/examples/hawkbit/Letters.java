package io.github.camelsmp.examples.hawkbit;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelException;
import org.apache.camel.RuntimeCamelException;

/** What hawkBit is told, as the body it expects, or as a letter: a body with the address it goes to. */
public final class Letters {

    private final Ddi ddi;

    public Letters(Ddi ddi) {
        this.ddi = ddi;
    }

    /** How far an upload is. */
    public Map<String, Object> progress(Action action, Map<?, ?> event) {
        Map<String, Object> progress = Map.of("cnt", event.get("offset"), "of", event.get("length"));
        String words = event.get("offset") + " of " + event.get("length") + " bytes, " + event.get("bytesPerSecond")
                + " a second";
        return status(action, "proceeding", Map.of("finished", "none", "progress", progress), words);
    }

    /** That work on it begins, or goes on. */
    public Map<String, Object> begins(Action action, String gateway) {
        return status(
                action,
                "proceeding",
                Map.of("finished", "none"),
                gateway + " works on " + action.target().address());
    }

    /** The upgrade is done. */
    public Map<String, Object> succeeded(Action action, List<?> outcomes) {
        return letter(action, "deploymentBase", "closed", "success", "The device says: " + List.copyOf(outcomes));
    }

    /** The upgrade is not done, and why. */
    public Map<String, Object> failed(Action action, Exception failure) {
        Throwable reason = failure;
        while ((reason instanceof CamelException || reason instanceof RuntimeCamelException)
                && reason.getCause() != null) {
            reason = reason.getCause();
        }
        String words = reason.getClass().getSimpleName() + ": " + reason.getMessage();
        return letter(action, "deploymentBase", "closed", "failure", words);
    }

    /** It was cancelled. */
    public Map<String, Object> cancelled(Target target, String action) {
        return letter(
                new Action(target, action),
                "cancelAction",
                "closed",
                "success",
                "Cancelled; the device boots what it booted before");
    }

    /** It cannot be cancelled any more. */
    public Map<String, Object> refused(Target target, String action) {
        return letter(
                new Action(target, action),
                "cancelAction",
                "rejected",
                "failure",
                "Too late: the device has been told to boot the new image");
    }

    /** It may be done. */
    public Map<String, Object> confirmed(Target target, String gateway) {
        return Map.of("confirmation", "confirmed", "details", List.of(gateway + " will work on " + target.address()));
    }

    private Map<String, Object> letter(
            Action action, String resource, String execution, String finished, String words) {
        return Map.of(
                "target", action.target().controllerId(),
                "uri", ddi.feedback(action.target(), resource, action.id()),
                "body", status(action, execution, Map.of("finished", finished), words));
    }

    private static Map<String, Object> status(Action action, String execution, Map<String, ?> result, String words) {
        String cleaned = Text.clean(words, Text.LONGEST_MESSAGE);
        return Map.of(
                "id",
                action.id(),
                "status",
                Map.of("execution", execution, "result", result, "details", List.of(cleaned)));
    }
}
