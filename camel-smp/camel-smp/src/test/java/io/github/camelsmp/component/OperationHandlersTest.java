package io.github.camelsmp.component;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OperationHandlersTest {

    @ParameterizedTest
    @EnumSource(SmpOperation.class)
    void everyOperationHasAHandler(SmpOperation operation) {
        assertThat(OperationHandlers.of(operation)).isNotNull();
    }
}
