package io.github.camelsmp.cli;

import io.github.camelsmp.client.SmpClient;
import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.RawRequest;
import io.github.camelsmp.protocol.SmpOp;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Any command of any group. */
@Command(name = "request", description = "Sends a command of any group, and prints the answer as it comes.")
final class RequestCommand extends DeviceCommand<CborMap> {

    /** What a command of a user does, and how often it may be done, is known to the user only. */
    private static final int FIRST_USER_GROUP = 64;

    @Parameters(index = "1", paramLabel = "GROUP", description = "0 to 65535.")
    private int group;

    @Parameters(index = "2", paramLabel = "COMMAND", description = "0 to 255.")
    private int command;

    @Parameters(
            index = "3",
            arity = "0..1",
            paramLabel = "JSON",
            defaultValue = "{}",
            description = "Keys and values; {\"$hex\": \"0102\"} stands for bytes. Default: ${DEFAULT-VALUE}.")
    private Json.Entries payload;

    @Option(names = "--write", description = "A write request; it is sent once only.")
    private boolean write;

    @Override
    CompletableFuture<CborMap> start(SmpClient device) {
        return device.send(new RawRequest(
                write ? SmpOp.WRITE : SmpOp.READ,
                group,
                command,
                CborMap.of(payload.map()),
                !write && group < FIRST_USER_GROUP));
    }

    @Override
    Reply reply(CborMap answer) {
        return Reply.of(answer.asMap());
    }
}
