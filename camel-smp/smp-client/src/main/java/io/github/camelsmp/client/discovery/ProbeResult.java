package io.github.camelsmp.client.discovery;

import io.github.camelsmp.protocol.McumgrParameters;
import java.util.Optional;

/**
 * What came of asking a device for its MCUmgr parameters.
 *
 * @param smp whether an SMP server answered
 * @param parameters what it answered; empty for servers that do not tell, and where there is none
 */
public record ProbeResult(boolean smp, Optional<McumgrParameters> parameters) {

    /** Nothing there speaks SMP. */
    public static final ProbeResult SILENT = new ProbeResult(false, Optional.empty());

    /** An SMP server is there. */
    public static ProbeResult answered(Optional<McumgrParameters> parameters) {
        return new ProbeResult(true, parameters);
    }
}
