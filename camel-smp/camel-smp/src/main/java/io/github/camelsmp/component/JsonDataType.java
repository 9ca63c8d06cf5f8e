package io.github.camelsmp.component;

import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** The data type {@code smp:json}: what a device answered or an event says, as JSON text. */
@DataTypeTransformer(
        name = "smp:json",
        description = "Answers and events as JSON text with the keys of the protocol; bytes as base64.")
public final class JsonDataType extends Transformer {

    /** @throws IllegalArgumentException naming the type of a value that has no form in JSON */
    @Override
    public void transform(Message message, DataType from, DataType to) {
        message.setBody(PlainValues.toJson(message.getBody()));
        message.setHeader(Exchange.CONTENT_TYPE, "application/json");
    }
}
