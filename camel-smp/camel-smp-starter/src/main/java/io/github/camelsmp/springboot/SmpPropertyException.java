package io.github.camelsmp.springboot;

/** A property {@code camel.component.smp.*} that is no option, or whose value is none. */
final class SmpPropertyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    SmpPropertyException(String message) {
        super(message);
    }

    SmpPropertyException(String message, Throwable cause) {
        super(message, cause);
    }
}
