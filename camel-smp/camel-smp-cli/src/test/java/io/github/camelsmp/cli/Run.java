package io.github.camelsmp.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;

/** A command line that was executed in this process. */
record Run(int exitCode, String out, String err) {

    static Run smp(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = SmpCommand.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Run(exitCode, out.toString(), err.toString());
    }

    /** What it printed, which has to be JSON. */
    JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out);
    }
}
