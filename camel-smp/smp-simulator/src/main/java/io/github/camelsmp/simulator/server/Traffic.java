package io.github.camelsmp.simulator.server;

/** What a device received and did with it. Counted from its making on; what a device drops it drops silently. */
public final class Traffic {

    private long requests;
    private long lostOnLink;
    private long withoutBuffer;
    private long tooLarge;
    private long malformed;

    /**
     * The counts at one moment.
     *
     * @param requests messages that reached the server
     * @param lostOnLink messages and answers that an impairment lost
     * @param withoutBuffer messages and lines dropped because no buffer was free
     * @param tooLarge messages and lines dropped because they do not fit
     * @param malformed lines and frames dropped because they are none
     */
    public record Counts(long requests, long lostOnLink, long withoutBuffer, long tooLarge, long malformed) {}

    /** One more message came whole. */
    public void request() {
        requests++;
    }

    /** One more message was lost on its way. */
    public void lostOnLink() {
        lostOnLink++;
    }

    /** One more message found no free buffer. */
    public void withoutBuffer() {
        withoutBuffer++;
    }

    /** One more message did not fit a buffer. */
    public void tooLarge() {
        tooLarge++;
    }

    /** One more line or frame was none. */
    public void malformed() {
        malformed++;
    }

    /** The counts now. */
    public Counts counts() {
        return new Counts(requests, lostOnLink, withoutBuffer, tooLarge, malformed);
    }
}
