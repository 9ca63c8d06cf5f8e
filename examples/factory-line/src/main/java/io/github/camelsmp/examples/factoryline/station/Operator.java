package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.examples.factoryline.screen.Lamp;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Somebody who serves one socket: puts a board in, waits for the lamp, takes it out, fetches the next. Now and then pulls a
 * board in the middle of things and puts it back, or tries one again that is done. Looks round when {@link #look} is called.
 */
final class Operator {

    private static final double CARELESSNESS = 0.25;
    private static final double FORGETFULNESS = 0.05;
    private static final int LONGEST_TRY = 12;

    private final Socket socket;
    private final Panel panel;
    private final Supply supply;
    private final RandomGenerator chance;
    private final Tempo tempo;
    private final Tally tally;
    private Next next = Next.PUT_IN;
    private Optional<SimulatedBoard> board = Optional.empty();
    private boolean careless;
    private boolean numbered;
    private long flashBytes;
    private long due;
    private long inserted;

    private enum Next {
        PUT_IN,
        WATCH,
        PUT_BACK,
        TAKE_OUT,
        WAIT_FOR_DARK
    }

    Operator(Socket socket, Panel panel, Supply supply, RandomGenerator chance, Tempo tempo, Tally tally) {
        this.socket = socket;
        this.panel = panel;
        this.supply = supply;
        this.chance = chance;
        this.tempo = tempo;
        this.tally = tally;
    }

    /** Whether nothing is in hand and nothing will be. */
    boolean isIdle() {
        return next == Next.PUT_IN && board.isEmpty() && supply.hasEnded();
    }

    /** @param now nanoseconds, of which only differences mean something */
    void look(long now) {
        Lamp lamp = panel.lamp(socket.address());
        numbered |= panel.isNumbered(socket.address());
        switch (next) {
            case PUT_IN -> putIn(now);
            case WATCH -> watch(lamp, now);
            case PUT_BACK -> putBack(now);
            case TAKE_OUT -> takeOut(lamp, now);
            case WAIT_FOR_DARK -> {
                if (lamp == Lamp.EMPTY) {
                    after(Next.PUT_IN, now, 1);
                }
            }
        }
    }

    private void putIn(long now) {
        if (now - due < 0) {
            return;
        }
        if (board.isEmpty()) {
            board = supply.next();
            careless = chance.nextDouble() < CARELESSNESS;
            numbered = false;
        }
        board.ifPresent(taken -> {
            if (socket.insert(taken)) {
                inserted = now;
                after(Next.WATCH, now, 1 + chance.nextInt(LONGEST_TRY));
            }
        });
    }

    /** The moment a careless hand pulls is the time at which the next move is due. */
    private void watch(Lamp lamp, long now) {
        if (lamp == Lamp.WORKING && careless && now - due >= 0) {
            careless = false;
            socket.pull();
            tally.pulled();
            after(Next.PUT_BACK, now, 2);
        } else if (isOver(lamp, now)) {
            after(Next.TAKE_OUT, now, 1);
        }
    }

    private boolean isOver(Lamp lamp, long now) {
        return switch (lamp) {
            case WORKING -> false;
            case EMPTY -> now - inserted > tempo.patience().toNanos();
            case PASSED, FAILED, KNOWN -> true;
        };
    }

    private void putBack(long now) {
        if (now - due >= 0 && socket.insert(board.orElseThrow())) {
            inserted = now;
            next = Next.WATCH;
        }
    }

    private void takeOut(Lamp lamp, long now) {
        if (now - due < 0) {
            return;
        }
        SimulatedBoard taken = board.orElseThrow();
        socket.pull();
        if (!isTriedAgain(taken, lamp)) {
            if (!numbered) {
                panel.setAside(socket.address());
            }
            taken.device().close();
            board = Optional.empty();
        }
        next = Next.WAIT_FOR_DARK;
    }

    private boolean isTriedAgain(SimulatedBoard taken, Lamp lamp) {
        long written = taken.device().flashBytesWritten();
        if (lamp == Lamp.KNOWN) {
            tally.repeated(written != flashBytes);
        }
        flashBytes = written;
        return switch (lamp) {
            case PASSED -> chance.nextDouble() < FORGETFULNESS;
            case FAILED, EMPTY -> taken.flaw().passes();
            case KNOWN, WORKING -> false;
        };
    }

    private void after(Next what, long now, int moves) {
        next = what;
        due = now + (long) (moves * tempo.hand().toNanos() * (0.5 + chance.nextDouble()));
    }

    /** Gives back what is in the socket. */
    void leave() {
        socket.pull();
        board.ifPresent(taken -> taken.device().close());
    }
}
