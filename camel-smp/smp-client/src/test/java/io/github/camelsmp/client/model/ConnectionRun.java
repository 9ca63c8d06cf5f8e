package io.github.camelsmp.client.model;

import io.github.camelsmp.client.SmpClientOptions;
import io.github.camelsmp.client.SmpConnection;
import io.github.camelsmp.client.SmpConnection.State;
import io.github.camelsmp.client.VirtualConnections;
import io.github.camelsmp.client.VirtualLoop;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpTransportException;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.transport.TransportOptions;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** One life of a connection, with what happens to it drawn from a seed, each step held against the model. */
final class ConnectionRun implements ModelLines.Script {
    private static final long LONG_ENOUGH_FOR_ANYTHING = TimeUnit.HOURS.toNanos(2);
    private static final List<Duration> TIMES =
            List.of(Duration.ofMillis(100), Duration.ofSeconds(1), Duration.ofMillis(2500));

    private final Random random;
    private final VirtualLoop loop = new VirtualLoop();
    private final Events events;
    private final SmpClientOptions options;
    private final ConnectionModel model;
    private final Rules rules = new Rules();
    private final ModelLines lines = new ModelLines(this, rules);
    private final SmpConnection connection;
    private final Users users;
    private final Replies replies;
    private final Duration quiet;
    private final boolean worthReopening;
    private final boolean opensWell;
    private List<Fate> temper;

    ConnectionRun(long seed) {
        this.random = new Random(seed);
        this.events = new Events(loop, random, this::observe);
        this.options = drawOptions();
        this.model = new ConnectionModel(options, rules, loop::nanoTime);
        ModelDevice device = new ModelDevice(random);
        this.temper = Fate.temper(random);
        this.quiet = random.nextBoolean() ? Duration.ZERO : draw();
        this.worthReopening = random.nextBoolean();
        this.opensWell = random.nextInt(3) > 0;
        this.connection = VirtualConnections.open(ModelLines.ADDRESS, lines, options, loop);
        this.replies = new Replies(device, lines, model, rules, events, random, options.requestTimeout());
        this.users = new Users(connection, model, random, quiet);
    }

    private SmpClientOptions drawOptions() {
        return SmpClientOptions.DEFAULT
                .withVersion(SmpVersion.of(1 + random.nextInt(2)))
                .withRequestTimeout(draw())
                .withRetries(random.nextInt(4))
                .withReconnectDelay(draw())
                .withTransport(TransportOptions.DEFAULT.withConnectTimeout(draw().multipliedBy(2)));
    }

    private Duration draw() {
        return TIMES.get(random.nextInt(TIMES.size()));
    }

    private void observe() {
        model.observe(connection);
    }

    /** How many messages went out in all. */
    int run() {
        int deeds = 20 + random.nextInt(random.nextInt(10) == 0 ? 800 : 100);
        for (int i = 0; i < deeds; i++) {
            if (random.nextInt(8) == 0) {
                events.in(0, this::disturb);
            }
            events.in(0, users::act);
            events.runUntil(loop.nanoTime() + gap());
        }
        letItRest();
        end();
        return model.sent().size();
    }

    /** Often none at all, sometimes as long as one of the deadlines, seldom longer. */
    private long gap() {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> 0;
            case 3, 4, 5 -> TimeUnit.MILLISECONDS.toNanos(random.nextInt(6));
            case 6 -> draw().toNanos();
            default -> TimeUnit.SECONDS.toNanos(random.nextInt(12));
        };
    }

    /** The device answers again: what users still wait for ends, and nothing is left to be done. */
    private void letItRest() {
        users.letGoOfTheLine();
        temper = List.of(Fate.ANSWERED);
        events.runUntil(loop.nanoTime() + LONG_ENOUGH_FOR_ANYTHING);
        model.questions.forEach(question -> rules.require(question.isOver(), "%s never ends", question));
        model.calls.forEach(call -> rules.require(call.isDone(), "a call for the line never ends"));
        rules.require(loop.nextDue().isEmpty(), "a timer runs although nobody waits for anything");
        rules.require(
                connection.state() != State.CONNECTING && connection.state() != State.WAITING_TO_RECONNECT,
                "it is %s although nobody needs it",
                connection.state());
    }

    /** Closing in the middle of things ends them all, at once. */
    private void end() {
        temper = Fate.temper(random);
        for (int i = 0; i < 10; i++) {
            users.ask();
            events.runUntil(loop.nanoTime() + gap() / 2);
        }
        connection.close();
        users.ask();
        events.rest();
        model.questions.forEach(question -> rules.require(question.isOver(), "%s outlives the connection", question));
        rules.require(connection.state() == State.CLOSED, "it is %s although it was closed", connection.state());
        rules.require(connection.counters().outstanding() == 0, "something is outstanding after the end");
        rules.require(loop.nextDue().isEmpty(), "a timer outlives the connection");
        lines.all().forEach(line -> rules.require(line.closed, "line %d outlives the connection", line.number));
    }

    /** Something nobody asked for. */
    private void disturb() {
        ModelLines.Line line = lines.all().get(random.nextInt(lines.all().size()));
        if (line.listener == null || line.over) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> line.listener.console("<inf> app: hello");
            case 1 -> line.listener.discarded("a frame with a wrong CRC");
            case 2 -> line.listener.message(ModelDevice.unasked(random.nextInt(256)));
            case 3 -> line.listener.message(new byte[random.nextInt(8)]);
            default -> line.breaks("unplugged");
        }
    }

    @Override
    public CompletionStage<Void> opens(ModelLines.Line line) {
        model.opens();
        CompletableFuture<Void> opening = new CompletableFuture<>();
        int how = opensWell || temper.size() == 1 ? 0 : random.nextInt(6);
        switch (how) {
            case 0, 1 -> {
                line.open = true;
                opening.complete(null);
            }
            case 2 ->
                events.in(draw().toNanos(), () -> {
                    line.open = true;
                    opening.complete(null);
                });
            case 3 -> opening.completeExceptionally(noSuchPort());
            case 4 -> throw noSuchPort();
            default -> events.in(draw().toNanos(), () -> opening.completeExceptionally(noSuchPort()));
        }
        return opening;
    }

    private static SmpTransportException noSuchPort() {
        return new SmpTransportException(ModelLines.ADDRESS.toString(), "there is no such port");
    }

    @Override
    public CompletionStage<Void> triesOut(ModelLines.Line line) {
        CompletableFuture<Void> trial = new CompletableFuture<>();
        if (random.nextBoolean()) {
            trial.complete(null);
        } else {
            events.in(draw().toNanos(), () -> trial.complete(null));
        }
        return trial;
    }

    @Override
    public Duration quietAfterReset() {
        return quiet;
    }

    @Override
    public boolean worthReopening() {
        return worthReopening;
    }

    @Override
    public void sends(ModelLines.Line line, SmpMessage message, int size) {
        Transmission transmission = new Transmission(model.sent().size(), message.header(), users.whoAsked(message));
        model.sends(transmission, line.number, size, connection);
        replies.follow(temper.get(random.nextInt(temper.size())), transmission, message);
    }
}
