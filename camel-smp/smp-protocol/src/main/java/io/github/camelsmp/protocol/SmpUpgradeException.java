package io.github.camelsmp.protocol;

/** A firmware upgrade stopped before its end. */
public final class SmpUpgradeException extends SmpException {

    private final String stage;
    private final String bootsNext;

    /**
     * @param stage the stage that failed: {@code inspect}, {@code query}, {@code decide}, {@code upload},
     *     {@code setState}, {@code reset}, {@code wait}, {@code verify} or {@code confirm}
     * @param bootsNext what the device will boot next, in words; "unknown" when it does not answer
     */
    public SmpUpgradeException(String address, String stage, String reason, String bootsNext, Throwable cause) {
        super(address, "upgrade stopped in stage " + stage + ": " + reason + "; next boot: " + bootsNext, cause);
        this.stage = stage;
        this.bootsNext = bootsNext;
    }

    /** The stage that failed. */
    public String stage() {
        return stage;
    }

    /** What the device will boot next, in words. */
    public String bootsNext() {
        return bootsNext;
    }
}
