package io.github.camelsmp.benchmarks.codec;

import static io.github.camelsmp.benchmarks.Results.figure;

import io.github.camelsmp.benchmarks.Results;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all codec benchmarks on one thread and prints how many bytes of messages pass in a second. */
public final class Codecs {

    private static final double MEGA = 1e6;
    private static final double NANOS = 1e9;
    private static final int ITERATIONS = 5;

    private Codecs() {}

    /** @param arguments measured iterations of half a second each, 5 unless told; then part of the names of benchmarks */
    public static void main(String[] arguments) throws RunnerException {
        int iterations = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ITERATIONS;
        String named = arguments.length > 1 ? arguments[1] : "";
        Results table =
                Results.begin("codecs", "codec", "message bytes", "MB/s", "ns a message", "bytes allocated a message");
        for (RunResult result : run(iterations, named)) {
            row(table, result);
        }
        table.keep();
    }

    private static Collection<RunResult> run(int iterations, String named) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(Codecs.class.getPackageName().replace(".", "\\.") + "\\..*" + named)
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(1)
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.milliseconds(500))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(500))
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).run();
    }

    private static void row(Results table, RunResult result) {
        String[] name = result.getParams().getBenchmark().split("\\.");
        int bytes = Integer.parseInt(result.getParams().getParam("message"));
        double perSecond = result.getPrimaryResult().getScore();
        double allocated =
                result.getSecondaryResults().get("gc.alloc.rate.norm").getScore();
        table.row(
                name[name.length - 2] + " " + name[name.length - 1],
                String.valueOf(bytes),
                figure(perSecond * bytes / MEGA, 0),
                figure(NANOS / perSecond, 0),
                figure(allocated, 0));
    }
}
