package io.github.camelsmp.component.zephyr;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Marks tests that need the real servers and says aloud when they are skipped for want of them. */
@Tag("zephyr")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RealServers.NamedOnTheCommandLine.class)
@interface RealServers {

    /** Enables the tests where a folder with servers was named. */
    final class NamedOnTheCommandLine implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (ServerManifest.isPresent()) {
                return ConditionEvaluationResult.enabled("servers in " + System.getProperty(ServerManifest.PROPERTY));
            }
            String reason = "SKIPPED, real Zephyr servers are missing: -D" + ServerManifest.PROPERTY + "=<folder>";
            System.out.println(context.getDisplayName() + ": " + reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
