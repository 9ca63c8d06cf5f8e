package io.github.camelsmp.examples.hawkbit.server;

import org.eclipse.hawkbit.autoconfigure.security.EnableHawkbitManagedSecurityConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** Eclipse hawkBit as it is, without its user interface, with a database in memory. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableHawkbitManagedSecurityConfiguration
public class HawkbitServer {

    /** @param arguments of Spring Boot: {@code --server.port=8080}; runs until it is stopped */
    public static void main(String[] arguments) {
        SpringApplication.run(HawkbitServer.class, arguments);
    }
}
