package io.github.camelsmp.client.model;

import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/** Lets each transmission meet its fate, and tells the model what was heard of it. */
final class Replies {
    private final ModelDevice device;
    private final ModelLines lines;
    private final ConnectionModel model;
    private final Rules rules;
    private final Events events;
    private final RandomGenerator random;
    private final Duration late;

    Replies(
            ModelDevice device,
            ModelLines lines,
            ConnectionModel model,
            Rules rules,
            Events events,
            RandomGenerator random,
            Duration requestTimeout) {
        this.device = device;
        this.lines = lines;
        this.model = model;
        this.rules = rules;
        this.events = events;
        this.random = random;
        this.late = requestTimeout.multipliedBy(2);
    }

    void follow(Fate fate, Transmission transmission, SmpMessage message) {
        SmpHeader header = message.header();
        byte[] answer = device.answer(header, message.payload());
        switch (fate) {
            case ANSWERED -> answer(transmission, answer, 0);
            case ANSWERED_TWICE -> {
                answer(transmission, answer, 0);
                answer(transmission, answer, 0);
            }
            case ANSWERED_LATE -> answer(transmission, answer, late.toNanos());
            case LOST -> {}
            case REFUSED -> refuse(transmission, header, ModelDevice.NOT_SUPPORTED);
            case BUSY -> refuse(transmission, header, random.nextBoolean() ? ModelDevice.BUSY : ModelDevice.NO_MEMORY);
            case CORRUPT -> refuse(transmission, header, ModelDevice.CORRUPT);
            case DAMAGED -> damage(transmission, header);
            case LINE_BREAKS -> breakLine();
            case LINE_BREAKS_AFTER_ANSWER -> {
                answer(transmission, answer, 0);
                breakLine();
            }
        }
    }

    private void answer(Transmission transmission, byte[] answer, long delay) {
        soon(delay, transmission, () -> {
            transmission.question().ifPresent(question -> question.answerHeard = true);
            boolean wasAtRest = events.isLoopAtRest();
            lines.last().listener.message(answer);
            if (wasAtRest) {
                events.rest();
                transmission
                        .question()
                        .ifPresent(
                                question -> rules.require(question.isOver(), "%s is answered and goes on", question));
            }
        });
    }

    private void refuse(Transmission transmission, SmpHeader header, int code) {
        soon(0, transmission, () -> {
            transmission.question().ifPresent(question -> question.refusalHeard = true);
            lines.last().listener.message(ModelDevice.refusal(header, code));
        });
    }

    private void damage(Transmission transmission, SmpHeader header) {
        soon(0, transmission, () -> {
            transmission.question().ifPresent(question -> question.damageHeard = true);
            lines.last().listener.message(ModelDevice.damaged(header));
        });
    }

    private void breakLine() {
        events.in(jitter(), () -> {
            if (lines.last().isHeard()) {
                lines.last().breaks("unplugged");
            }
        });
    }

    /** Answers come on the line there is by then, if there is one, and while their sequence number means something. */
    private void soon(long delay, Transmission transmission, Runnable reply) {
        events.in(delay + jitter(), () -> {
            if (lines.last().isHeard() && transmission.isKnownAfter(model.sent().size())) {
                reply.run();
            }
        });
    }

    private long jitter() {
        return TimeUnit.MILLISECONDS.toNanos(random.nextInt(4));
    }
}
