package io.github.camelsmp.component;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.group.OsGroup;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.camel.InvalidPayloadException;

/** The operations of group 0, operating system. */
final class OsOperations {

    /** Zephyr refuses any other length. */
    private static final int SHORTEST_TIME = 19;

    private static final int LONGEST_TIME = 25;

    private OsOperations() {}

    static void addTo(Map<SmpOperation, OperationHandler> handlers) {
        handlers.put(SmpOperation.echo, OsOperations::echo);
        handlers.put(SmpOperation.reset, OsOperations::reset);
        handlers.put(SmpOperation.parameters, OsOperations::parameters);
        handlers.put(SmpOperation.applicationInfo, OsOperations::applicationInfo);
        handlers.put(SmpOperation.bootloaderInfo, OsOperations::bootloaderInfo);
        handlers.put(SmpOperation.taskStatistics, OsOperations::taskStatistics);
        handlers.put(SmpOperation.memoryPools, OsOperations::memoryPools);
        handlers.put(SmpOperation.dateTimeRead, OsOperations::dateTimeRead);
        handlers.put(SmpOperation.dateTimeWrite, OsOperations::dateTimeWrite);
    }

    private static CompletableFuture<Answer> echo(OperationCall call) throws InvalidPayloadException {
        return call.ask(new OsGroup.Echo(call.body().text()), OsGroup.EchoResponse::text);
    }

    /** A device that resets at once takes its line and its answer with it; that is no failure. */
    private static CompletableFuture<Answer> reset(OperationCall call) {
        SmpChannel channel = call.channel();
        OsGroup.Reset request =
                new OsGroup.Reset(call.arguments().force(), call.arguments().bootMode());
        return channel.connect()
                .thenCompose(connected -> call.send(request)
                        .handle(OsOperations::answeredOrGone)
                        .thenCompose(done -> channel.awaitReset()))
                .thenApply(gone -> Answer.unchanged());
    }

    private static Void answeredOrGone(OsGroup.ResetResponse answer, Throwable failure) {
        if (failure != null && !(Failures.cause(failure) instanceof SmpTransportException)) {
            throw new CompletionException(Failures.cause(failure));
        }
        return null;
    }

    private static CompletableFuture<Answer> parameters(OperationCall call) {
        return call.ask(new OsGroup.Parameters(), answer -> answer.raw().asMap());
    }

    private static CompletableFuture<Answer> applicationInfo(OperationCall call) {
        return call.ask(
                new OsGroup.ApplicationInfo(call.arguments().format()), OsGroup.ApplicationInfoResponse::output);
    }

    private static CompletableFuture<Answer> bootloaderInfo(OperationCall call) {
        return call.ask(new OsGroup.BootloaderInfo(call.arguments().query()), answer -> answer.raw()
                .asMap());
    }

    private static CompletableFuture<Answer> taskStatistics(OperationCall call) {
        return call.ask(new OsGroup.TaskStatistics(), answer -> answer.raw().asMap());
    }

    private static CompletableFuture<Answer> memoryPools(OperationCall call) {
        return call.ask(new OsGroup.MemoryPools(), answer -> answer.raw().asMap());
    }

    private static CompletableFuture<Answer> dateTimeRead(OperationCall call) {
        return call.ask(new OsGroup.DateTimeRead(), OsGroup.DateTimeReadResponse::text);
    }

    private static CompletableFuture<Answer> dateTimeWrite(OperationCall call) throws InvalidPayloadException {
        return call.tell(new OsGroup.DateTimeWrite(time(call.body())));
    }

    private static String time(Body body) throws InvalidPayloadException {
        if (body.isEmpty()) {
            return text(LocalDateTime.now());
        }
        return body.raw() instanceof LocalDateTime time ? text(time) : text(body.text());
    }

    private static String text(String time) {
        try {
            return text(LocalDateTime.parse(time));
        } catch (DateTimeException e) {
            if (time.length() < SHORTEST_TIME || time.length() > LONGEST_TIME) {
                throw new IllegalArgumentException(
                        "the body is '" + time + "', a time looks like 2026-01-02T03:04:05", e);
            }
            return time;
        }
    }

    private static String text(LocalDateTime time) {
        LocalDateTime precise = time.truncatedTo(ChronoUnit.MILLIS);
        return DateTimeFormatter.ofPattern(
                        precise.getNano() == 0 ? "uuuu-MM-dd'T'HH:mm:ss" : "uuuu-MM-dd'T'HH:mm:ss.SSS")
                .format(precise);
    }
}
