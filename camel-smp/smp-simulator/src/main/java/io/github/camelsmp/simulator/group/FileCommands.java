package io.github.camelsmp.simulator.group;

import io.github.camelsmp.simulator.flash.Flash;
import io.github.camelsmp.simulator.group.SimulatedFiles.Content;
import io.github.camelsmp.simulator.server.Answer;
import io.github.camelsmp.simulator.server.CommandGroup;
import io.github.camelsmp.simulator.server.Refusal;
import io.github.camelsmp.simulator.server.Request;
import java.nio.charset.StandardCharsets;

/** Group 8: files in pieces (protocol.md 6.8). What hashes tell is in {@link FileHashes}. */
public final class FileCommands {

    static final int ID = 8;
    static final int FILE_NOT_FOUND = 3;
    static final int FILE_OFFSET_LARGER_THAN_FILE = 12;
    static final int CHECKSUM_HASH_NOT_FOUND = 13;
    static final int FILE_EMPTY = 16;

    private static final int FILE_INVALID_NAME = 2;
    private static final int FILE_IS_DIRECTORY = 4;
    private static final int FILE_WRITE_FAILED = 10;
    private static final int FILE_OFFSET_NOT_VALID = 11;
    private static final int MOUNT_POINT_NOT_FOUND = 14;
    private static final int READ_ONLY_FILESYSTEM = 15;

    /** Zephyr's default. */
    private static final int NAME_LIMIT = 64;
    /** Bytes an integer may take in the answer of a download; builds for files above 64 KiB count 5. */
    private static final int INTEGER = 5;

    private static final int DOWNLOAD_OVERHEAD = 8 + 10 + (4 + INTEGER) + (5 + INTEGER) + 4 + (4 + INTEGER);

    private final SimulatedFiles files;
    private final Flash flash;
    private final int chunk;

    /**
     * @param bufferSize of the server; it decides how much a download carries
     */
    public FileCommands(SimulatedFiles files, Flash flash, int bufferSize) {
        this.files = files;
        this.flash = flash;
        this.chunk = Math.max(1, bufferSize - DOWNLOAD_OVERHEAD);
    }

    /** Its commands. */
    public CommandGroup group() {
        FileHashes hashes = new FileHashes(this);
        return CommandGroup.of(ID, "fs mgmt")
                .translating(FileCommands::version1Code)
                .read(0, this::download)
                .write(0, this::upload)
                .read(1, request -> Answer.with("len", existing(name(request)).length()))
                .read(2, hashes::hash)
                .read(3, hashes::types)
                .write(4, request -> Answer.empty());
    }

    private static int version1Code(int code) {
        return switch (code) {
            case FILE_INVALID_NAME, CHECKSUM_HASH_NOT_FOUND -> Refusal.EINVAL;
            case FILE_NOT_FOUND, MOUNT_POINT_NOT_FOUND -> Refusal.ENOENT;
            default -> Refusal.EUNKNOWN;
        };
    }

    static Refusal error(int code) {
        return Refusal.group(ID, code);
    }

    String name(Request request) {
        String name = request.text("name").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        if (name.isEmpty() || name.getBytes(StandardCharsets.UTF_8).length > NAME_LIMIT) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        if (!name.startsWith("/")) {
            throw error(FILE_INVALID_NAME);
        }
        if (files.isFolder(name)) {
            throw error(FILE_IS_DIRECTORY);
        }
        return name;
    }

    private String nameInMount(Request request) {
        String name = name(request);
        if (!files.isMounted(name)) {
            throw error(MOUNT_POINT_NOT_FOUND);
        }
        return name;
    }

    Content existing(String name) {
        return files.content(name).orElseThrow(() -> error(FILE_NOT_FOUND));
    }

    /** Beyond the end there is nothing to read, and that is no error. */
    private Answer download(Request request) {
        long offset = request.unsigned("off").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        Content content = existing(name(request));
        int from = (int) Math.min(offset, content.length());
        Answer answer = Answer.with("off", offset).and("data", content.read(from, chunk));
        return offset == 0 ? answer.and("len", content.length()) : answer;
    }

    /** Without data the answer tells the length the file has. */
    private Answer upload(Request request) {
        long offset = request.unsigned("off").orElseThrow(() -> Refusal.rc(Refusal.EINVAL));
        byte[] data = request.bytes("data").orElse(new byte[0]);
        boolean announced = request.unsigned("len").isPresent();
        String name = nameInMount(request);
        if (offset == 0 && !announced) {
            throw Refusal.rc(Refusal.EINVAL);
        }
        if (files.isReadOnly(name)) {
            throw error(READ_ONLY_FILESYSTEM);
        }
        int length = files.content(name).map(Content::length).orElse(0);
        if (offset != 0 && offset != length) {
            throw error(FILE_OFFSET_NOT_VALID).and("len", length);
        }
        boolean begins = offset == 0 && data.length > 0;
        Content file = begins || length == 0 ? files.truncate(name) : existing(name);
        append(file, data);
        return Answer.with("off", file.length());
    }

    private void append(Content file, byte[] data) {
        if (!files.hasRoomFor(data.length)) {
            throw error(FILE_WRITE_FAILED);
        }
        int written = flash.spendBytes(data.length);
        file.append(data, written);
        if (written < data.length) {
            throw flash.powerLost();
        }
    }
}
