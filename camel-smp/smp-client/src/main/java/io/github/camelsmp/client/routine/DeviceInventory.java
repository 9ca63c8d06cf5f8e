package io.github.camelsmp.client.routine;

import io.github.camelsmp.client.SmpChannel;
import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpProtocolException;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.SmpTimeoutException;
import io.github.camelsmp.protocol.group.EnumerationGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import io.github.camelsmp.protocol.group.OsGroup;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks a device everything it may tell of itself, one question after the other. */
public final class DeviceInventory extends LoopRoutine<DeviceInfo> {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceInventory.class);

    private static final List<Question<?>> QUESTIONS = List.of(
            new Question<>(new OsGroup.Parameters(), DeviceInfo::tellsParameters),
            new Question<>(new OsGroup.ApplicationInfo("a"), DeviceInfo::tellsApplication),
            new Question<>(new OsGroup.BootloaderInfo(""), DeviceInfo::tellsBootloader),
            new Question<>(new OsGroup.BootloaderInfo("mode"), DeviceInfo::tellsBootloader),
            new Question<>(new ImageGroup.StateRead(), DeviceInfo::tellsImages),
            new Question<>(new ImageGroup.SlotInfo(), DeviceInfo::tellsSlots),
            new Question<>(new EnumerationGroup.ListGroups(), DeviceInfo::tellsGroups));

    private final DeviceInfo info = new DeviceInfo();
    private final Iterator<Question<?>> questions = QUESTIONS.iterator();
    private Optional<SmpProtocolException> unreadable = Optional.empty();

    /** Asks on this channel, once, as soon as it is started. */
    public DeviceInventory(SmpChannel channel) {
        super(channel);
    }

    private record Question<A>(SmpRequest<A> request, BiConsumer<DeviceInfo, A> note) {}

    @Override
    void begin() {
        askNext();
    }

    private void askNext() {
        if (questions.hasNext()) {
            ask(questions.next());
        } else if (info.isEmpty() && unreadable.isPresent()) {
            fail(unreadable.get());
        } else {
            finish(info);
        }
    }

    private <A> void ask(Question<A> question) {
        when(
                channel.send(question.request),
                answer -> {
                    question.note.accept(info, answer);
                    askNext();
                },
                this::skip);
    }

    /** One answer that cannot be read says nothing against the others. */
    private void skip(RuntimeException failure) {
        if (failure instanceof SmpProtocolException fault) {
            LOG.warn("Left out of what the device tells of itself: {}", fault.getMessage());
            unreadable = Optional.of(fault);
            askNext();
        } else if (isUnknown(failure)) {
            askNext();
        } else {
            fail(failure);
        }
    }

    /** Some servers are silent when they do not know a command; one that never said anything is not there. */
    private boolean isUnknown(RuntimeException failure) {
        return failure instanceof SmpErrorException || failure instanceof SmpTimeoutException && !info.isEmpty();
    }
}
