package io.github.camelsmp.component;

import org.apache.camel.Message;

/** What an operation leaves in the message of its exchange. */
@FunctionalInterface
interface Answer {

    void writeTo(Message message);

    /** The body stays what it was. */
    static Answer unchanged() {
        return message -> {};
    }

    static Answer body(Object body) {
        return message -> message.setBody(body);
    }
}
