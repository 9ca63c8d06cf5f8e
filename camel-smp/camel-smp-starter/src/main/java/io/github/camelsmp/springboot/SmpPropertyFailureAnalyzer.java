package io.github.camelsmp.springboot;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence why an application does not start, where the reason lies deep below that of the route. */
final class SmpPropertyFailureAnalyzer extends AbstractFailureAnalyzer<SmpPropertyException> {

    private static final String ACTION =
            "Correct the property. Its name is that of an option of the component, such as " + SmpProperties.PREFIX
                    + ".request-timeout, its value as in an endpoint.";

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SmpPropertyException cause) {
        return new FailureAnalysis(cause.getMessage(), ACTION, cause);
    }
}
