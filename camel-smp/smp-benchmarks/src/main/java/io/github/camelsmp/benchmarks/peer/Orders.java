package io.github.camelsmp.benchmarks.peer;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.client.routine.FileSource;
import io.github.camelsmp.client.routine.FileTransferOptions;
import io.github.camelsmp.client.routine.FirmwareImage;
import io.github.camelsmp.client.routine.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a peer can be told to do on a device it is connected to. */
enum Orders {

    /** {@code image <file>} uploads firmware. */
    IMAGE {
        @Override
        double[] carryOut(SmpClient client, String... arguments) throws IOException {
            FirmwareImage image = FirmwareImage.of(Files.readAllBytes(Path.of(arguments[0])));
            return once(() -> client.upload(image));
        }
    },

    /** {@code upload <file> <name>} brings a file to the device. */
    UPLOAD {
        @Override
        double[] carryOut(SmpClient client, String... arguments) throws IOException {
            FileSource file = FileSource.of(Files.readAllBytes(Path.of(arguments[0])));
            return whole(listener -> client.files().upload(arguments[1], file, PLAIN, listener));
        }
    },

    /** {@code download <name> <file>} brings a file from the device, which has to be as the one given. */
    DOWNLOAD {
        @Override
        double[] carryOut(SmpClient client, String... arguments) throws IOException {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            double[] seconds = whole(listener -> client.files().download(arguments[0], content, PLAIN, listener));
            if (!Arrays.equals(content.toByteArray(), Files.readAllBytes(Path.of(arguments[1])))) {
                throw new IOException("the file came back changed");
            }
            return seconds;
        }
    },

    /** {@code echo <count> <text>} sends a text so many times, one after the other. */
    ECHO {
        @Override
        double[] carryOut(SmpClient client, String... arguments) {
            double[] seconds = new double[Integer.parseInt(arguments[0])];
            for (int i = 0; i < seconds.length; i++) {
                seconds[i] = once(() -> client.os().echo(arguments[1]))[0];
            }
            return seconds;
        }
    };

    /** What the others do: neither look for the beginning of the file on the device, nor ask for its hash. */
    private static final FileTransferOptions PLAIN =
            FileTransferOptions.DEFAULT.withResume(false).withVerify(false);

    static Orders named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    /** Seconds that it took, or several times that. */
    abstract double[] carryOut(SmpClient client, String... arguments) throws IOException;

    /** Until the last byte is there: the others do not close a file, which takes a message of its own. */
    private static double[] whole(Function<ProgressListener, CompletableFuture<?>> transfer) {
        AtomicLong end = new AtomicLong();
        long start = System.nanoTime();
        transfer.apply((offset, length) -> end.set(System.nanoTime())).join();
        return new double[] {(end.get() - start) / 1e9};
    }

    private static double[] once(Supplier<CompletableFuture<?>> work) {
        long start = System.nanoTime();
        work.get().join();
        return new double[] {(System.nanoTime() - start) / 1e9};
    }
}
