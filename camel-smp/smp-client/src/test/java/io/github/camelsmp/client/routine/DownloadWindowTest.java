package io.github.camelsmp.client.routine;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.client.routine.DownloadWindow.Piece;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DownloadWindowTest {

    private static final int PIECE = 4;

    private final DownloadWindow window = new DownloadWindow(WindowSize.of(0, false, false), 18, PIECE);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private String taken() {
        StringBuilder text = new StringBuilder();
        for (var bytes = window.take(); bytes.isPresent(); bytes = window.take()) {
            text.append(StandardCharsets.US_ASCII.decode(bytes.get()));
        }
        return text.toString();
    }

    @Test
    void asksForPieceAfterPieceAsFarAsTheDeviceHasRoom() {
        window.allow(3);

        assertThat(window.ask()).isEqualTo(new Piece(0, 4));
        assertThat(window.ask()).isEqualTo(new Piece(4, 8));
        assertThat(window.isOpen()).isTrue();
        assertThat(window.ask()).isEqualTo(new Piece(8, 12));

        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void theLastPieceEndsWithTheFile() {
        window.allow(5);
        for (int i = 0; i < 4; i++) {
            window.ask();
        }

        assertThat(window.ask()).isEqualTo(new Piece(16, 18));
        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void handsOnFromTheBeginningWhatComesOutOfOrder() {
        window.allow(3);
        Piece first = window.ask();
        Piece second = window.ask();

        assertThat(window.came(second, bytes("efgh"))).containsExactly(first);
        assertThat(taken()).isEmpty();
        assertThat(window.ask()).isEqualTo(first);
        assertThat(window.came(first, bytes("abcd"))).isEmpty();

        assertThat(taken()).isEqualTo("abcdefgh");
        assertThat(window.delivered()).isEqualTo(8);
    }

    @Test
    void asksForTheRestOfAPieceThatCameInPart() {
        window.allow(2);
        Piece first = window.ask();

        window.came(first, bytes("abc"));

        assertThat(window.ask()).isEqualTo(new Piece(3, 4));
        assertThat(window.ask()).isEqualTo(new Piece(4, 7));
        assertThat(taken()).isEqualTo("abc");
    }

    @Test
    void leavesOutWhatADeviceSendsBeyondThePiece() {
        window.allow(1);

        window.came(window.ask(), bytes("abcdefgh"));

        assertThat(taken()).isEqualTo("abcd");
        assertThat(window.ask()).isEqualTo(new Piece(4, 8));
    }

    @Test
    void aFileThatBecameShorterEndsWhereNothingMoreComes() {
        window.allow(4);
        Piece first = window.ask();
        Piece second = window.ask();
        Piece third = window.ask();
        Piece fourth = window.ask();
        window.came(first, bytes("abcd"));
        window.lost(fourth);
        window.came(third, bytes("ijkl"));

        window.came(window.ask(), new byte[0]);

        assertThat(window.length()).isEqualTo(second.start());
        assertThat(taken()).isEqualTo("abcd");
        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void asksAgainForWhatIsLost() {
        window.allow(2);
        Piece first = window.ask();

        window.lost(first);
        window.lost(first);

        assertThat(window.ask()).isEqualTo(first);
        assertThat(window.ask()).isEqualTo(new Piece(4, 8));
    }

    @Test
    void takesADeviceWithoutMemoryAtItsWord() {
        window.allow(4);
        Piece first = window.ask();

        window.refused(first);

        assertThat(window.ask()).isEqualTo(first);
        window.ask();
        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void aSizeThatWasGivenUpIsTriedAgainAfterGoodAnswers() {
        DownloadWindow endless = new DownloadWindow(WindowSize.of(0, false, false), 4000, PIECE);
        endless.allow(2);
        endless.refused(endless.ask());
        endless.ask();
        assertThat(endless.isOpen()).isFalse();
        endless.lost(new Piece(0, 4));

        for (int i = 0; i < 32; i++) {
            endless.came(endless.ask(), bytes("abcd"));
            endless.take();
        }
        endless.ask();

        assertThat(endless.isOpen()).isTrue();
    }

    @Test
    void lossesThatComeThickHalveTheWindow() {
        window.allow(4);
        Piece oldest = window.ask();
        Piece younger = window.ask();

        for (int i = 0; i < 10; i++) {
            window.askedAgain(younger);
        }
        window.ask();
        assertThat(window.isOpen()).isTrue();
        for (int i = 0; i < 3; i++) {
            window.askedAgain(oldest);
        }

        window.lost(younger);
        window.lost(oldest);
        assertThat(window.isOpen()).isTrue();
        window.ask();
        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void answersThatOvertakeOthersAreLossesOfTheWindow() {
        window.allow(4);

        for (int i = 0; i < 3; i++) {
            window.ask();
            Piece second = window.ask();
            window.came(second, bytes("efgh"));
        }

        window.ask();
        window.ask();
        assertThat(window.isOpen()).isFalse();
    }

    @Test
    void keepsNoMoreThanAFewPiecesThatWaitForAnEarlierOne() {
        DownloadWindow endless = new DownloadWindow(WindowSize.of(1, false, false), 4000, PIECE);
        Piece lost = endless.ask();
        endless.lost(lost);
        endless.ask();
        endless.lost(lost);
        int asked = 0;
        while (endless.isOpen() && asked < 100) {
            Piece piece = endless.ask();
            asked++;
            if (piece.start() > 0) {
                endless.came(piece, bytes("abcd"));
            } else {
                endless.came(piece, bytes("a"));
            }
        }

        assertThat(asked).isLessThan(100);
        assertThat(endless.delivered()).isZero();
        assertThat(endless.take()).contains(ByteBuffer.wrap(bytes("a")));
    }
}
