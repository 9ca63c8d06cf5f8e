package io.github.camelsmp.client;

/**
 * Learns from answers which sizes of requests arrive. Servers execute requests in the order of their arrival (protocol.md
 * 13.2), so one that still waits when a later one is answered was lost, or its answer was.
 */
final class SizeWatch {
    private final InFlight inFlight;
    private final MessageSize size;

    SizeWatch(InFlight inFlight, MessageSize size) {
        this.inFlight = inFlight;
        this.size = size;
    }

    /**
     * The transmission with this number was answered.
     *
     * @return whether the largest message is another now
     */
    boolean answered(int sequence) {
        SequenceTable sequences = inFlight.sequences();
        if (size.answered(sequences.sizeOf(sequence))) {
            return true;
        }
        return inFlight.lastSentBefore(sequences.sentAt(sequence))
                .filter(request -> size.tells(request.size()) && request.takeLoss())
                .filter(request -> size.lost(request.size()))
                .isPresent();
    }
}
