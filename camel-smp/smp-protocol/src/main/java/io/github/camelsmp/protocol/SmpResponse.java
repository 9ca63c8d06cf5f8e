package io.github.camelsmp.protocol;

/** A successful answer, read. What it says of keys that have no name here is in {@link #raw()}. */
public interface SmpResponse {

    /** The whole answer, as it came. */
    CborMap raw();
}
