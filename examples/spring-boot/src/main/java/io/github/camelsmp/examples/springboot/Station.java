package io.github.camelsmp.examples.springboot;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

// tag::station[]
/** A programming station: what it does is in {@code camel/station.yaml} and {@code application.properties}. */
@SpringBootApplication
public class Station {

    /** Takes properties as arguments, e.g. {@code --board=serial:/dev/ttyACM0}. */
    public static void main(String[] arguments) {
        SpringApplication.run(Station.class, arguments);
    }
}
// end::station[]
