package io.github.camelsmp.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RequestNameTest {
    record Blink() {}

    static final class SampleGroup {
        record StateRead() {}
    }

    @Test
    void aCommandOfAGroupIsNamedAfterBoth() {
        assertThat(RequestName.of(SampleGroup.StateRead.class)).isEqualTo("sample state read");
    }

    @Test
    void aRequestThatStandsAloneIsNamedAfterItself() {
        assertThat(RequestName.of(Blink.class)).isEqualTo("blink");
    }

    @Test
    void aRequestWithoutANameIsARequest() {
        assertThat(RequestName.of(new Object() {}.getClass())).isEqualTo("request");
    }
}
