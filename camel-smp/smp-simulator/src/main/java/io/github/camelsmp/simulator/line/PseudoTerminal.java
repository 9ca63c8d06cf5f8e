package io.github.camelsmp.simulator.line;

import io.github.camelsmp.protocol.transport.TransportOptions.Framing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A serial port that programs open by its path. Its plug can be pulled. Needs a POSIX system. */
public final class PseudoTerminal extends StreamLine {

    private final Options options;
    private TerminalPair pair;
    private Path path;

    /** What kind of port it is. */
    public static final class Options {

        /** Console framing, no link, and it stays. */
        public static final Options DEFAULT = new Options(Framing.CONSOLE, null, false);

        private final Framing framing;
        private final Path link;
        private final boolean vanishes;

        private Options(Framing framing, Path link, boolean vanishes) {
            this.framing = framing;
            this.link = link;
            this.vanishes = vanishes;
        }

        /** Messages are told apart so. */
        public Options withFraming(Framing value) {
            return new Options(value, link, vanishes);
        }

        /** A link leads to the port and stays the same when the port comes back, as in {@code /dev/serial/by-id}. */
        public Options withLink(Path value) {
            return new Options(framing, value, vanishes);
        }

        /** Whether the port disappears while the device is down, as those of USB devices do. */
        public Options withVanishing(boolean value) {
            return new Options(framing, link, value);
        }

        private Optional<Path> link() {
            return Optional.ofNullable(link);
        }
    }

    private PseudoTerminal(LineHost host, Options options) {
        super(host, options.framing);
        this.options = options;
    }

    /** Opens one. */
    public static PseudoTerminal open(LineHost host, Options options) {
        PseudoTerminal terminal = new PseudoTerminal(host, options);
        host.run(terminal::plugIn);
        return terminal;
    }

    /** What programs open: the link where there is one. Without a link it may change when the plug is put back. */
    public Path path() {
        Path[] now = new Path[1];
        host().run(() -> now[0] = options.link().orElse(path));
        return now[0];
    }

    @Override
    public String address() {
        return "serial:" + path();
    }

    /** Pulls the plug: whoever has the port open finds it gone. Nothing happens if it is out. */
    public void unplug() {
        host().run(this::pullOut);
    }

    /** Puts the plug back. Nothing happens if it is in. */
    public void replug() {
        host().run(this::plugIn);
    }

    private void plugIn() {
        if (pair == null) {
            forgetHalfMessages();
            pair = TerminalPair.open(host().name(), this::received);
            path = pair.path();
            options.link().ifPresent(this::link);
        }
    }

    private void pullOut() {
        if (pair != null) {
            options.link().ifPresent(PseudoTerminal::unlink);
            pair.close();
            pair = null;
        }
    }

    private void link(Path link) {
        unlink(link);
        try {
            Files.createSymbolicLink(link, path);
        } catch (IOException e) {
            throw new UncheckedIOException("device " + host().name() + " cannot link its port at " + link, e);
        }
    }

    private static void unlink(Path link) {
        try {
            if (Files.isSymbolicLink(link)) {
                Files.delete(link);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the link " + link + " to a simulated port cannot be removed", e);
        }
    }

    @Override
    void write(byte[] bytes) {
        if (pair != null) {
            pair.write(bytes);
        }
    }

    @Override
    public void deviceDown() {
        if (options.vanishes) {
            pullOut();
        }
    }

    @Override
    public void deviceUp() {
        if (options.vanishes) {
            plugIn();
        }
    }

    @Override
    void release() {
        host().run(this::pullOut);
    }
}
