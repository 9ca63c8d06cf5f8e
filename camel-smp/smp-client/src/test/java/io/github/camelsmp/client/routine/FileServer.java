package io.github.camelsmp.client.routine;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpRequest;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** A device with one file, in virtual time (protocol.md 6.8). */
final class FileServer implements ScriptedChannel.Device {

    byte[] file = {};
    boolean exists;
    boolean hashes = true;
    boolean saysLengthBesideError = true;
    boolean isFull;
    int pieceLength = 100;
    int closed;
    int truncated;
    boolean executesTheNextFirstPieceTwice;
    private boolean openedAgain;

    @Override
    public Optional<CborMap> execute(SmpRequest<?> request, CborMap payload) {
        if (request instanceof FileSystemGroup.Download) {
            return Optional.of(download(payload.integer("off")));
        } else if (request instanceof FileSystemGroup.Upload) {
            return Optional.of(upload(payload.integer("off"), payload.bytes("data")));
        } else if (request instanceof FileSystemGroup.Status) {
            return Optional.of(
                    exists ? CborMap.builder().put("len", file.length).build() : error(3));
        } else if (request instanceof FileSystemGroup.Hash && hashes) {
            return Optional.of(hash(payload.optionalInteger("len").orElse(file.length)));
        } else if (request instanceof FileSystemGroup.Close) {
            closed++;
            return Optional.of(CborMap.EMPTY);
        }
        return Optional.of(CborMap.builder().put("rc", 8).build());
    }

    private static CborMap error(int code) {
        return CborMap.builder().put("err", Map.of("group", 8, "rc", code)).build();
    }

    private CborMap download(int offset) {
        if (file.length == 0) {
            return error(16);
        }
        if (offset > file.length) {
            return error(12);
        }
        byte[] data = Arrays.copyOfRange(file, offset, Math.min(file.length, offset + pieceLength));
        CborMap.Builder answer = CborMap.builder().put("off", offset).put("data", data);
        return answer.putIf(offset == 0, "len", file.length).build();
    }

    private CborMap upload(int offset, byte[] data) {
        if (openedAgain && isFull && offset == file.length && offset > 0) {
            return error(10);
        } else if (offset == 0 && data.length == 0) {
            // creates a file and empties none (protocol.md 6.8)
            exists = true;
        } else if (offset == 0) {
            file = data;
            exists = true;
            openedAgain = false;
            truncated++;
            if (executesTheNextFirstPieceTwice) {
                executesTheNextFirstPieceTwice = false;
                return upload(data.length, data);
            }
        } else if (offset != file.length) {
            openedAgain = true;
            CborMap.Builder wrong = saysLengthBesideError
                    ? CborMap.builder(error(11)).put("len", file.length)
                    : CborMap.builder().put("rc", 1);
            return wrong.build();
        } else {
            byte[] longer = Arrays.copyOf(file, file.length + data.length);
            System.arraycopy(data, 0, longer, offset, data.length);
            file = longer;
        }
        return CborMap.builder().put("off", file.length).build();
    }

    private CborMap hash(int length) {
        CRC32 crc = new CRC32();
        crc.update(file, 0, length);
        return CborMap.builder()
                .put("type", "crc32")
                .put("len", length)
                .put("output", crc.getValue())
                .build();
    }
}
