package io.github.camelsmp.examples.factoryline;

import java.util.Map;

/** What the routes think of answers. A verdict that is not good ends the route with a {@link TestFailedException}. */
public final class Verdict {

    /** A test of the work order failed. */
    public void failed(Map<String, Object> test, String output) {
        String said = output.strip();
        throw new TestFailedException(
                test.get("name") + ": " + (said.isEmpty() ? "no output" : said), String.valueOf(test.get("advice")));
    }

    /** Something else is wrong with the board. */
    public void failed(String reason, String advice) {
        throw new TestFailedException(reason, advice);
    }

    /** What was read back is what was written, or it is a failure. */
    public void same(String name, String written, String read) {
        if (!written.equals(read)) {
            throw new TestFailedException(
                    name + " was written as '" + written + "' and reads '" + read + "'",
                    "Rework: the board forgets what it is told. Replace the memory U4.");
        }
    }

    /** Words for a failure. */
    public Explanation explain(Throwable failure) {
        return Explanation.of(failure);
    }
}
