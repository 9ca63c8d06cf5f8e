package io.github.camelsmp.benchmarks.soak;

import java.util.HashMap;
import java.util.Map;

/** What is asked of a device. */
enum Job {
    UPGRADE("firmwareUpgrade", Map.of()),
    FILE_UPLOAD("fileUpload", Map.of("CamelSmpPath", "/lfs1/soak")),
    FILE_DOWNLOAD("fileDownload", Map.of("CamelSmpPath", "/lfs1/soak")),
    SHELL("shell", Map.of()),
    ECHO("echo", Map.of());

    private final String operation;
    private final Map<String, Object> arguments;

    Job(String operation, Map<String, Object> arguments) {
        this.operation = operation;
        this.arguments = arguments;
    }

    /** What the exchange says besides its body. */
    Map<String, Object> headers() {
        Map<String, Object> headers = new HashMap<>(arguments);
        headers.put("CamelSmpOperation", operation);
        return headers;
    }
}
