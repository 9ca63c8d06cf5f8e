// tag::program[]
package com.example;

import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.main.Main;
import org.apache.camel.spi.Resource;

public class Upgrade extends RouteBuilder {

    public static void main(String[] arguments) throws Exception {
        new Main(Upgrade.class).run(arguments);
    }

    @Override
    public void configure() {
        from("timer:once?repeatCount=1")
                .setBody()
                .constant("file:{{firmware}}", Resource.class)
                .to("smp:{{device}}?operation=firmwareUpgrade")
                .log("${body[outcome]}");
    }
}
// end::program[]
