package io.github.camelsmp.simulator.line;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import io.github.camelsmp.simulator.threads.SimulatorThreads;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pseudo-terminal from its making to its end: the side of the device, which is read by a thread of its own, and the
 * path of the side that clients open. Closing it is what pulling a USB plug is to them.
 */
final class TerminalPair {

    private static final Logger LOG = LoggerFactory.getLogger(TerminalPair.class);

    private static final int READ_WRITE = 2;
    private static final int NO_CONTROLLING_TERMINAL = Platform.isMac() ? 0x2_0000 : 0x100;
    private static final int NON_BLOCKING = Platform.isMac() ? 4 : 0x800;
    private static final int TRY_AGAIN = Platform.isMac() ? 35 : 11;
    private static final int INTERRUPTED = 4;
    private static final short READABLE = 1;
    private static final short WRITABLE = 4;
    private static final int SIZE_OF_POLLFD = 8;
    private static final int SIZE_OF_TERMIOS_AT_MOST = 256;

    /** What a client that does not read may leave behind; more is lost, as on a UART. */
    private static final int UNREAD = 64 * 1024;

    private final LibC libc = Native.load("c", LibC.class);
    private final String owner;
    private final Consumer<byte[]> received;
    private final int master;
    private final int slave;
    private final Path path;
    private final int[] wake = new int[2];
    private byte[] unsent = {};
    private boolean open = true;

    private TerminalPair(String owner, Consumer<byte[]> received) {
        this.owner = owner;
        this.received = received;
        master = libc.posix_openpt(READ_WRITE | NO_CONTROLLING_TERMINAL | NON_BLOCKING);
        libc.grantpt(master);
        libc.unlockpt(master);
        byte[] name = new byte[256];
        libc.ptsname_r(master, name, name.length);
        path = Path.of(Native.toString(name, StandardCharsets.UTF_8.name()));
        slave = libc.open(path.toString(), READ_WRITE | NO_CONTROLLING_TERMINAL);
        makeRaw();
        libc.pipe(wake);
    }

    /**
     * Opens one.
     *
     * @param owner for the name of the thread
     * @param received takes what clients write
     */
    static TerminalPair open(String owner, Consumer<byte[]> received) {
        if (Platform.isWindows()) {
            throw new UnsupportedOperationException("pseudo-terminals need a POSIX system; use a TCP line instead");
        }
        TerminalPair pair = new TerminalPair(owner, received);
        SimulatorThreads.daemon(pair::serve, "smp-sim-" + owner + "-pty").start();
        return pair;
    }

    private void makeRaw() {
        Memory settings = new Memory(SIZE_OF_TERMIOS_AT_MOST);
        libc.tcgetattr(slave, settings);
        libc.cfmakeraw(settings);
        libc.tcsetattr(slave, 0, settings);
    }

    /** What clients open. */
    Path path() {
        return path;
    }

    /** Sends bytes; what does not fit at once follows when the client has read. */
    synchronized void write(byte[] bytes) {
        if (!open || unsent.length + bytes.length > UNREAD) {
            return;
        }
        boolean wasEmpty = unsent.length == 0;
        unsent = Arrays.copyOf(unsent, unsent.length + bytes.length);
        System.arraycopy(bytes, 0, unsent, unsent.length - bytes.length, bytes.length);
        if (wasEmpty) {
            flush();
            if (unsent.length > 0) {
                wakeUp();
            }
        }
    }

    private void flush() {
        try {
            while (unsent.length > 0) {
                int written = (int) libc.write(master, unsent, unsent.length);
                unsent = Arrays.copyOfRange(unsent, written, unsent.length);
            }
        } catch (LastErrorException e) {
            if (e.getErrorCode() != TRY_AGAIN && e.getErrorCode() != INTERRUPTED) {
                throw e;
            }
        }
    }

    private void wakeUp() {
        libc.write(wake[1], new byte[1], 1);
    }

    private void serve() {
        Memory descriptors = new Memory(2L * SIZE_OF_POLLFD);
        byte[] chunk = new byte[8192];
        try {
            while (await(descriptors)) {
                byte[] bytes = serveOnce(descriptors, chunk);
                if (bytes.length > 0) {
                    received.accept(bytes);
                }
            }
        } catch (LastErrorException e) {
            LOG.error("the pseudo-terminal {} of {} broke", path, owner, e);
            close();
        }
        libc.close(wake[0]);
        libc.close(wake[1]);
    }

    /** Waits until something can be read or written; false when it is closed. */
    private boolean await(Memory descriptors) {
        synchronized (this) {
            if (!open) {
                return false;
            }
            describe(descriptors, 0, master, unsent.length > 0 ? (short) (READABLE | WRITABLE) : READABLE);
            describe(descriptors, SIZE_OF_POLLFD, wake[0], READABLE);
        }
        try {
            libc.poll(descriptors, 2, -1);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != INTERRUPTED) {
                throw e;
            }
        }
        return true;
    }

    private static void describe(Memory descriptors, long at, int descriptor, short events) {
        descriptors.setInt(at, descriptor);
        descriptors.setShort(at + 4, events);
        descriptors.setShort(at + 6, (short) 0);
    }

    private synchronized byte[] serveOnce(Memory descriptors, byte[] chunk) {
        if (descriptors.getShort(SIZE_OF_POLLFD + 6) != 0) {
            libc.read(wake[0], new byte[64], 64);
        }
        if (!open) {
            return new byte[0];
        }
        short ready = descriptors.getShort(6);
        if ((ready & WRITABLE) != 0) {
            flush();
        }
        if ((ready & ~WRITABLE) == 0) {
            return new byte[0];
        }
        try {
            return Arrays.copyOf(chunk, (int) libc.read(master, chunk, chunk.length));
        } catch (LastErrorException e) {
            if (e.getErrorCode() == TRY_AGAIN || e.getErrorCode() == INTERRUPTED) {
                return new byte[0];
            }
            throw e;
        }
    }

    /** Ends it; clients find their port gone. */
    synchronized void close() {
        if (open) {
            open = false;
            libc.close(slave);
            libc.close(master);
            wakeUp();
        }
    }
}
