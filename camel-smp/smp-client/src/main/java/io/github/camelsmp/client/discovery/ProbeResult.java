package io.github.camelsmp.client.discovery;

import io.github.camelsmp.protocol.McumgrParameters;
import java.util.Optional;

/**
 * What came of asking a device for its MCUmgr parameters.
 *
 * @param smp whether an SMP server answered
 * @param parameters what it answered; empty for servers that do not tell, and where there is none
 * @param reason why there is no answer; empty where there is one
 */
public record ProbeResult(boolean smp, Optional<McumgrParameters> parameters, Optional<String> reason) {

    /** An SMP server is there. */
    public static ProbeResult answered(Optional<McumgrParameters> parameters) {
        return new ProbeResult(true, parameters, Optional.empty());
    }

    /** Nothing there speaks SMP, or nobody can ask it. */
    public static ProbeResult unanswered(String reason) {
        return new ProbeResult(false, Optional.empty(), Optional.of(reason));
    }
}
