package io.github.camelsmp.examples.factoryline.station;

import io.github.camelsmp.simulator.line.PseudoTerminal;
import io.github.camelsmp.simulator.line.UdpLine;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place at the station for one board at a time. */
sealed interface Socket {

    /** What stands behind {@code smp:} for whatever is in it. */
    String address();

    /**
     * Puts a board in and gives it power.
     *
     * @return false if the socket is not ready for one yet
     */
    boolean insert(SimulatedBoard board);

    /** Pulls the board out. Nothing happens if none is in. */
    void pull();

    /** A socket with a serial line; its link stays the same for whatever is in it, as in {@code /dev/serial/by-path}. */
    final class Serial implements Socket {

        private final Path link;
        private SimulatedBoard board;
        private PseudoTerminal terminal;

        Serial(Path link) {
            this.link = link;
        }

        @Override
        public String address() {
            return "serial:" + link;
        }

        @Override
        public boolean insert(SimulatedBoard inserted) {
            board = inserted;
            terminal = board.device().openPseudoTerminal(PseudoTerminal.Options.DEFAULT.withLink(link));
            board.powerOn();
            return true;
        }

        @Override
        public void pull() {
            if (board != null) {
                terminal.close();
                board.device().powerOff();
                board = null;
            }
        }
    }

    /** A socket with Ethernet; whatever is in it gets the same address. */
    final class Network implements Socket {

        private static final Logger LOG = LoggerFactory.getLogger(Network.class);

        private final int port;
        private SimulatedBoard board;
        private UdpLine line;

        Network(int port) {
            this.port = port;
        }

        @Override
        public String address() {
            return "udp:127.0.0.1:" + port;
        }

        @Override
        public boolean insert(SimulatedBoard inserted) {
            Optional<UdpLine> listening = listen(inserted);
            listening.ifPresent(opened -> {
                board = inserted;
                line = opened;
                board.powerOn();
            });
            return listening.isPresent();
        }

        /** A port is free a moment after it was closed. */
        private Optional<UdpLine> listen(SimulatedBoard inserted) {
            try {
                return Optional.of(inserted.device().listenUdp(port));
            } catch (UncheckedIOException e) {
                LOG.debug("The port of the board before is still taken", e);
                return Optional.empty();
            }
        }

        @Override
        public void pull() {
            if (board != null) {
                line.close();
                board.device().powerOff();
                board = null;
            }
        }
    }
}
