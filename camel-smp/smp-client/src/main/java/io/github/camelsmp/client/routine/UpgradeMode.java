package io.github.camelsmp.client.routine;

/** How far an upgrade goes. */
public enum UpgradeMode {
    /** Boots the new image for a test and confirms it once it answers. */
    TEST_AND_CONFIRM,
    /** Boots the new image for a test; the reset after that brings the old one back. */
    TEST_ONLY,
    /** Makes the new image permanent before its first boot; there is no way back. */
    CONFIRM_ONLY,
    /** Puts the image into its slot and leaves the rest to others. */
    UPLOAD_ONLY,
    /** Changes nothing and says what would be done. */
    PLAN
}
