package io.github.camelsmp.component;

import java.util.Map;
import org.apache.camel.InvalidPayloadException;
import org.apache.camel.Message;
import org.apache.camel.spi.DataType;
import org.apache.camel.spi.DataTypeTransformer;
import org.apache.camel.spi.Transformer;

/** The data type {@code smp:map}: what the operation {@code request} sends, from JSON text or a typed record. */
@DataTypeTransformer(
        name = "smp:map",
        description = "A map of plain values, from the text of a JSON object or from a typed record.")
public final class MapDataType extends Transformer {

    /**
     * Leaves a map and an absent body as they are.
     *
     * @throws IllegalArgumentException if the body is text that is not a JSON object
     * @throws InvalidPayloadException if the body is neither a map nor text
     */
    @Override
    public void transform(Message message, DataType from, DataType to) throws InvalidPayloadException {
        Object plain = PlainValues.withoutRecord(message.getBody());
        message.setBody(
                plain == null || plain instanceof Map
                        ? plain
                        : PlainValues.fromJson(message.getMandatoryBody(String.class)));
    }
}
