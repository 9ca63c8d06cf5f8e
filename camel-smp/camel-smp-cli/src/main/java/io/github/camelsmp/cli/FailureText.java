package io.github.camelsmp.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on standard error what went wrong, in a sentence, and ends with the {@link ExitCode} for it. */
final class FailureText implements IParameterExceptionHandler {

    /** Tells of a failure of a command. */
    static ExitCode tell(Exception failure, CommandLine command) {
        ExitCode code = ExitCode.of(failure);
        if (code == ExitCode.UNEXPECTED) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println(command.getCommandSpec().qualifiedName() + ": " + sentence(failure));
        }
        command.getErr().flush();
        return code;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr().println(name + ": " + failure.getMessage());
        UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("Try '" + name + " --help'.");
        command.getErr().flush();
        return ExitCode.USAGE.number();
    }

    private static String sentence(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        if (failure instanceof AccessDeniedException denied) {
            return "no permission for the file " + denied.getFile();
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return unchecked.getMessage() + ": " + unchecked.getCause().getMessage();
        }
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return failure instanceof IOException ? "cannot read or write: " + message : message;
    }
}
