package io.github.camelsmp.client.routine;

/** The steps of an upgrade, in their order (protocol.md 18.2). */
enum UpgradeStage {
    INSPECT("inspect"),
    QUERY("query"),
    DECIDE("decide"),
    UPLOAD("upload"),
    SET_STATE("setState"),
    RESET("reset"),
    WAIT("wait"),
    VERIFY("verify"),
    CONFIRM("confirm");

    private final String label;

    UpgradeStage(String label) {
        this.label = label;
    }

    /** The name users see. */
    String label() {
        return label;
    }
}
