package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.routine.ImageUploadOptions;
import io.github.camelsmp.client.routine.UpgradeMode;
import io.github.camelsmp.client.routine.UpgradeOptions;
import io.github.camelsmp.protocol.image.TrustedKey;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.support.ResourceHelper;

/**
 * The options of an endpoint, checked and in the terms of the client library.
 *
 * @param options what the user wrote
 * @param client of the connection
 * @param upgrade of {@code firmwareUpgrade}
 * @param trustedKeys of which one has to have signed an image; none if any image will do
 * @param idleTimeout how long an unused line of a dynamic producer stays open
 */
record EndpointSettings(
        SmpConfiguration options,
        SmpClientOptions client,
        UpgradeOptions upgrade,
        List<TrustedKey> trustedKeys,
        Duration idleTimeout) {

    private static final Map<String, UpgradeMode> MODES = Map.of(
            "testAndConfirm", UpgradeMode.TEST_AND_CONFIRM,
            "testOnly", UpgradeMode.TEST_ONLY,
            "confirmOnly", UpgradeMode.CONFIRM_ONLY,
            "uploadOnly", UpgradeMode.UPLOAD_ONLY,
            "plan", UpgradeMode.PLAN);

    /**
     * Checks the options.
     *
     * @throws IllegalArgumentException naming the option whose value is wrong
     */
    static EndpointSettings of(SmpConfiguration options, CamelContext context) {
        ArgumentOptions.check(options);
        return new EndpointSettings(
                options,
                ClientOptions.of(options, DtlsOptions.of(options, context)),
                upgrade(options),
                trustedKeys(options.getTrustedKey(), context),
                ClientOptions.positive("idleTimeout", options.getIdleTimeout()));
    }

    private static UpgradeOptions upgrade(SmpConfiguration options) {
        return UpgradeOptions.DEFAULT
                .withMode(ClientOptions.choice("upgradeMode", options.getUpgradeMode(), MODES))
                .withSwapTimeout(ClientOptions.positive("swapTimeout", options.getSwapTimeout()))
                .withSkipInstalled(options.isSkipInstalled())
                .withAllowDowngrade(options.isAllowDowngrade())
                .withEraseStorage(options.isEraseStorage())
                .withUpload(ImageUploadOptions.DEFAULT.withUpgradeOnly(!options.isAllowDowngrade()));
    }

    private static List<TrustedKey> trustedKeys(String resource, CamelContext context) {
        if (resource == null) {
            return List.of();
        }
        try (InputStream pem = ResourceHelper.resolveMandatoryResourceAsInputStream(context, resource)) {
            return TrustedKey.parsePem(pem.readAllBytes());
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("trustedKey=" + resource + " holds no key: " + e.getMessage(), e);
        }
    }
}
