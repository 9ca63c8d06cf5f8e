package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.routine.UploadWindow.Chunk;
import io.github.camelsmp.client.routine.UploadWindow.Meaning;
import org.junit.jupiter.api.Test;

class UploadWindowTest {

    private static final int CHUNK = 100;

    private final UploadWindow window = new UploadWindow(WindowSize.of(0, false, false));

    private Chunk send() {
        return window.sent(window.next() + CHUNK);
    }

    private void allowAndStart(int outstanding) {
        window.allow(outstanding);
        window.restart(50);
    }

    @Test
    void startsAtWhatTheDeviceCanTake() {
        allowAndStart(3);

        send();
        send();
        assertThat(window.isOpen()).isTrue();
        send();

        assertThat(window.isOpen()).isFalse();
        assertThat(window.next()).isEqualTo(350);
        assertThat(window.base()).isEqualTo(50);
    }

    @Test
    void opensWithEveryChunkTaken() {
        allowAndStart(2);
        Chunk first = send();
        send();

        assertThat(window.answered(first, 150).meaning()).isEqualTo(Meaning.TAKEN);

        assertThat(window.base()).isEqualTo(150);
        assertThat(window.isOpen()).isTrue();
    }

    @Test
    void goesBackOncePerGap() {
        allowAndStart(3);
        Chunk lost = send();
        Chunk second = send();
        Chunk third = send();

        UploadWindow.Verdict gap = window.answered(second, 50);
        assertThat(gap.meaning()).isEqualTo(Meaning.GAP);
        assertThat(gap.overtaken()).containsExactly(lost);
        assertThat(window.next()).isEqualTo(50);
        Chunk again = window.sent(150);

        assertThat(window.answered(third, 50).meaning()).isEqualTo(Meaning.ECHO);
        assertThat(window.next()).isEqualTo(150);
        assertThat(window.answered(again, 150).meaning()).isEqualTo(Meaning.TAKEN);
    }

    @Test
    void keepsItsSizeWhenALinkLosesAChunkNowAndThen() {
        allowAndStart(3);

        for (int i = 0; i < 20; i++) {
            send();
            Chunk second = send();
            window.answered(second, window.base());
            takeAll(16);
        }

        assertThat(window.size()).isEqualTo(3);
    }

    private void takeAll(int chunks) {
        for (int i = 0; i < chunks; i++) {
            Chunk chunk = send();
            window.answered(chunk, chunk.end());
        }
    }

    @Test
    void keepsItsSizeWhenAChunkWasCutForAlignment() {
        allowAndStart(3);
        Chunk chunk = send();
        Chunk behind = send();

        assertThat(window.answered(chunk, 144).meaning()).isEqualTo(Meaning.GAP);
        assertThat(window.answered(behind, 144).meaning()).isEqualTo(Meaning.ECHO);

        assertThat(window.base()).isEqualTo(144);
        assertThat(window.next()).isEqualTo(144);
        assertThat(window.size()).isEqualTo(3);
    }

    @Test
    void doesNotWaitForAnAnswerThatALaterOneMakesNeedless() {
        allowAndStart(3);
        Chunk answerLost = send();
        Chunk second = send();

        UploadWindow.Verdict verdict = window.answered(second, 250);

        assertThat(verdict.meaning()).isEqualTo(Meaning.TAKEN);
        assertThat(verdict.overtaken()).containsExactly(answerLost);
        assertThat(window.inFlight()).isEmpty();
    }

    @Test
    void skipsWhatAnEchoShowsToHaveArrived() {
        allowAndStart(3);
        Chunk cut = send();
        Chunk behind = send();
        window.answered(cut, 120);

        window.answered(behind, 140);

        assertThat(window.base()).isEqualTo(140);
        assertThat(window.next()).isEqualTo(140);
    }

    @Test
    void tellsWhenTheServerHasForgottenTheUpload() {
        allowAndStart(3);
        Chunk chunk = send();

        assertThat(window.answered(chunk, 0).meaning()).isEqualTo(Meaning.STATE_LOST);
    }

    @Test
    void followsAServerThatStepsBack() {
        allowAndStart(1);
        window.answered(send(), 150);
        Chunk chunk = send();

        assertThat(window.answered(chunk, 96).meaning()).isEqualTo(Meaning.GAP);

        assertThat(window.base()).isEqualTo(96);
        assertThat(window.next()).isEqualTo(96);
    }

    @Test
    void reactsOnceToARefusalForWantOfMemory() {
        allowAndStart(4);
        Chunk first = send();
        Chunk second = send();

        assertThat(window.refused(first)).isTrue();
        assertThat(window.refused(second)).isFalse();

        assertThat(window.size()).isEqualTo(2);
        assertThat(window.next()).isEqualTo(50);
        assertThat(window.inFlight()).isEmpty();
    }

    @Test
    void countsOneLossWhenEverythingInFlightIsSentAgain() {
        allowAndStart(8);
        Chunk first = send();
        Chunk second = send();

        for (int i = 0; i < 10; i++) {
            window.retransmitted(second);
        }
        assertThat(window.size()).isEqualTo(8);

        for (int i = 0; i < 3; i++) {
            window.retransmitted(first);
        }
        assertThat(window.size()).isEqualTo(4);
        assertThat(window.next()).isEqualTo(250);
    }

    @Test
    void neverGrowsBeyondWhatTheDeviceCanTake() {
        allowAndStart(2);

        takeAll(1000);

        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void keepsAFixedSizeWhateverHappens() {
        UploadWindow fixed = new UploadWindow(WindowSize.of(2, false, false));
        fixed.allow(8);
        fixed.restart(50);

        fixed.lost(fixed.sent(150));
        fixed.retransmitted(fixed.sent(150));

        assertThat(fixed.size()).isEqualTo(2);
    }

    @Test
    void takesTheSizeOfANewDeviceBehindTheSameLine() {
        allowAndStart(3);

        window.allow(1);

        assertThat(window.size()).isEqualTo(1);
    }

    @Test
    void startsOverWithNothingInFlight() {
        allowAndStart(3);
        Chunk before = send();
        window.restart(20);

        assertThat(window.inFlight()).isEmpty();
        assertThat(window.base()).isEqualTo(20);
        assertThat(window.next()).isEqualTo(20);
        Chunk after = send();
        assertThat(window.inFlight()).containsExactly(after);
        assertThat(window.lost(before)).isFalse();
        assertThat(window.next()).isEqualTo(120);
    }

    @Test
    void aLossIsNewsOnceAndSendsFromWhatWasTaken() {
        allowAndStart(3);
        Chunk first = send();
        Chunk second = send();

        assertThat(window.lost(first)).isTrue();
        assertThat(window.next()).isEqualTo(50);
        Chunk again = send();
        assertThat(window.lost(second)).isFalse();

        assertThat(window.next()).isEqualTo(150);
        assertThat(window.inFlight()).containsExactly(again);
    }

    @Test
    void lossesThatComeThickHalveIt() {
        allowAndStart(4);

        for (int i = 0; i < 3; i++) {
            assertThat(window.lost(send())).isTrue();
        }

        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void gapsThatComeThickHalveIt() {
        allowAndStart(4);

        for (int i = 0; i < 3; i++) {
            send();
            window.answered(send(), window.base());
        }

        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void chunksThatAreCutHalveNothing() {
        allowAndStart(4);

        for (int i = 0; i < 10; i++) {
            Chunk chunk = send();
            window.answered(chunk, chunk.start());
            window.answered(send(), window.base() + 1);
        }

        assertThat(window.size()).isEqualTo(4);
    }

    @Test
    void growsAgainAfterARefusalWhenAnswersAreGood() {
        allowAndStart(2);
        window.refused(send());
        assertThat(window.size()).isEqualTo(1);

        takeAll(32);

        assertThat(window.size()).isEqualTo(2);
    }

    @Test
    void anAnswerOfZeroToTheFirstChunkIsAGapAndNoForgetting() {
        window.allow(2);
        window.restart(0);

        assertThat(window.answered(send(), 0).meaning()).isEqualTo(Meaning.GAP);
    }

    @Test
    void anEchoNeverTakesBackWhatWasSent() {
        allowAndStart(4);
        Chunk first = send();
        Chunk second = send();
        window.answered(first, 50);
        send();

        window.answered(second, 60);

        assertThat(window.base()).isEqualTo(60);
        assertThat(window.next()).isEqualTo(150);
    }
}
