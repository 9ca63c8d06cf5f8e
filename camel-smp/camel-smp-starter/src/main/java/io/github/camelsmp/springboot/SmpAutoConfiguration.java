package io.github.camelsmp.springboot;

import org.apache.camel.spi.ComponentCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Sets what {@code camel.component.smp.*} says, unless {@code camel.component.smp.enabled} is {@code false}. */
@AutoConfiguration
@ConditionalOnProperty(prefix = SmpProperties.PREFIX, name = SmpProperties.ENABLED, matchIfMissing = true)
public class SmpAutoConfiguration {

    @Bean
    ComponentCustomizer smpComponentCustomizer(Environment environment) {
        return new SmpProperties(environment);
    }
}
