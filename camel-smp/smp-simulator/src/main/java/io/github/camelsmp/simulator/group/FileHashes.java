package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.group.SimulatedFiles.Content;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalLong;
import java.util.zip.CRC32;

/** Checksums and hashes over files, as group 8 has them. */
final class FileHashes {

    private static final String CRC = "crc32";
    private static final String SHA = "sha256";

    private final FileCommands files;

    FileHashes(FileCommands files) {
        this.files = files;
    }

    Answer types(Request request) {
        return Answer.with(
                "types",
                Answer.with(CRC, Answer.with("format", 0).and("size", 4).keys())
                        .and(SHA, Answer.with("format", 1).and("size", 32).keys())
                        .keys());
    }

    Answer hash(Request request) {
        String type = request.text("type").orElse(CRC);
        long offset = request.unsigned("off").orElse(0);
        OptionalLong length = request.unsigned("len");
        String name = files.name(request);
        if (length.isPresent() && length.getAsLong() == 0) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        if (!type.equals(CRC) && !type.equals(SHA)) {
            throw FileCommands.error(FileCommands.CHECKSUM_HASH_NOT_FOUND);
        }
        Content content = files.existing(name);
        if (content.length() == 0) {
            throw FileCommands.error(FileCommands.FILE_EMPTY);
        }
        if (offset > content.length()) {
            throw FileCommands.error(FileCommands.FILE_OFFSET_LARGER_THAN_FILE);
        }
        byte[] part =
                content.read((int) offset, (int) Math.min(content.length() - offset, length.orElse(Long.MAX_VALUE)));
        Answer answer = Answer.with("type", type);
        if (offset > 0) {
            answer.and("off", offset);
        }
        return answer.and("len", part.length).and("output", type.equals(CRC) ? crc(part) : sha(part));
    }

    private static Object crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static Object sha(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
