package io.github.camelsmp.cli;

import java.nio.charset.Charset;

/**
 * What standard error can show.
 *
 * @param redraws whether a line can be written over
 * @param blocks whether it knows characters beside those of ASCII
 */
record Terminal(boolean redraws, boolean blocks) {

    /** The one this process was started on, if it was. */
    static Terminal current() {
        boolean redraws = System.console() != null && !"dumb".equals(System.getenv("TERM"));
        String charset = System.getProperty("stderr.encoding", System.getProperty("native.encoding", "US-ASCII"));
        return new Terminal(redraws, Charset.forName(charset).newEncoder().canEncode('█'));
    }
}
