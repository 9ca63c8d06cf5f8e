package io.github.camelsmp.protocol.group;

import io.github.camelsmp.protocol.Cbor;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpError;
import io.github.camelsmp.protocol.SmpException;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.image.DfuPackage;
import io.github.camelsmp.protocol.image.FirmwareFile;
import io.github.camelsmp.protocol.image.IntelHex;
import io.github.camelsmp.protocol.image.McubootImage;
import io.github.camelsmp.protocol.image.TrustedKey;
import io.github.camelsmp.protocol.serial.ConsoleDecoder;
import io.github.camelsmp.protocol.serial.RawDecoder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;

/**
 * Everything that reads bytes from outside. Whatever they are, a decoder reads or refuses them, and allocates no more than
 * its bound: so much for each byte of input, and so much at all.
 */
enum Decoder {
    /** Text of a line is held up to 4 KiB, a frame up to 64 KiB. */
    CONSOLE(200, 1 << 20) {
        @Override
        void decode(byte[] input) {
            ConsoleDecoder decoder = new ConsoleDecoder(new ConsoleDecoder.Listener() {
                @Override
                public void message(byte[] message) {
                    read(message);
                }

                @Override
                public void line(String line) {
                    line.length();
                }

                @Override
                public void discarded(String reason) {
                    reason.length();
                }
            });
            inPieces(input, piece -> decoder.feed(piece, 0, piece.length));
            decoder.flushLine();
        }
    },
    RAW(400, 1 << 20) {
        @Override
        void decode(byte[] input) {
            RawDecoder decoder = new RawDecoder(
                    new RawDecoder.Listener() {
                        @Override
                        public void message(byte[] message) {
                            read(message);
                        }

                        @Override
                        public void discarded(String reason) {
                            reason.length();
                        }
                    },
                    header -> !header.op().isRequest());
            inPieces(input, piece -> decoder.feed(piece, 0, piece.length));
            decoder.silence();
        }
    },
    MESSAGE(400, 1 << 16) {
        @Override
        void decode(byte[] input) {
            SmpMessage.decode(input);
        }
    },
    CBOR(400, 1 << 16) {
        @Override
        void decode(byte[] input) {
            CborMap map = Cbor.decode(input, 0, input.length);
            map.toString();
            SmpError.in(map).ifPresent(SmpError::describe);
        }
    },
    /** The first byte says which command is answered. */
    RESPONSE(800, 1 << 16) {
        @Override
        void decode(byte[] input) {
            if (input.length > 0) {
                Command<?> command = COMMANDS.get(Byte.toUnsignedInt(input[0]) % COMMANDS.size());
                CborMap answer = Cbor.decode(input, 1, input.length - 1);
                command.request().readResponse(answer).toString();
            }
        }
    },
    IMAGE(200, 1 << 18) {
        @Override
        void decode(byte[] input) {
            McubootImage.parse(input).toString();
        }
    },
    /** Gaps between the lines of one image are filled up to 1 MiB. */
    HEX(800, 8 << 20) {
        @Override
        void decode(byte[] input) {
            IntelHex.parse(input).toString();
        }
    },
    /** A package may unpack to 64 MiB. */
    ZIP(2000, 256 << 20) {
        @Override
        void decode(byte[] input) {
            DfuPackage.parse(input).toString();
        }
    },
    FIRMWARE_FILE(2000, 256 << 20) {
        @Override
        void decode(byte[] input) {
            FirmwareFile.of(input).toString();
        }
    },
    KEY(400, 1 << 20) {
        @Override
        void decode(byte[] input) {
            TrustedKey.parsePem(input);
        }
    };

    private static final List<Command<?>> COMMANDS = Commands.all().toList();
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    final long bytesForEachByte;
    final long bytesAtAll;

    Decoder(long bytesForEachByte, long bytesAtAll) {
        this.bytesForEachByte = bytesForEachByte;
        this.bytesAtAll = bytesAtAll;
    }

    abstract void decode(byte[] input);

    /**
     * Decodes. What is allocated once, for classes that were not loaded before, does not count.
     *
     * @throws RuntimeException if anything but a refusal came out
     * @throws AssertionError if more was allocated than the bound says
     */
    void readsOrRefuses(byte[] input) {
        long bound = bytesAtAll + bytesForEachByte * input.length;
        if (allocated(input) > bound) {
            long again = allocated(input);
            if (again > bound) {
                throw new AssertionError(this + " allocated " + again + " bytes for an input of " + input.length);
            }
        }
    }

    private long allocated(byte[] input) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            decode(input);
        } catch (SmpException refused) {
            refused.getMessage();
        } catch (IllegalArgumentException refused) {
            if (this != KEY) {
                throw refused;
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void read(byte[] message) {
        try {
            SmpMessage.decode(message);
        } catch (SmpException refused) {
            refused.getMessage();
        }
    }

    private interface Feed {
        void take(byte[] piece);
    }

    /** As a line brings it: in pieces of any size, here told by the input itself. */
    private static void inPieces(byte[] input, Feed feed) {
        for (int from = 0; from < input.length; ) {
            int to = Math.min(input.length, from + 1 + (input[from] & 0x3f));
            feed.take(Arrays.copyOfRange(input, from, to));
            from = to;
        }
    }
}
