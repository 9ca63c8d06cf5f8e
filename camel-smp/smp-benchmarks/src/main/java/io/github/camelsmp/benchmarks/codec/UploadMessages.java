package io.github.camelsmp.benchmarks.codec;

import io.github.camelsmp.protocol.CborMap;
import io.github.camelsmp.protocol.SmpHeader;
import io.github.camelsmp.protocol.SmpMessage;
import io.github.camelsmp.protocol.SmpOp;
import io.github.camelsmp.protocol.SmpVersion;
import io.github.camelsmp.protocol.group.FileSystemGroup;
import io.github.camelsmp.protocol.group.ImageGroup;
import java.nio.ByteBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The messages of uploads and downloads between records and bytes. */
@State(Scope.Thread)
public class UploadMessages {

    /** Header, map, keys and offset of an answer. */
    private static final int OVERHEAD = 28;

    /** Bytes of the message that carries a piece of the file. */
    @Param({"380", "2044", "4092"})
    public int message;

    private final ByteBuffer file = Sample.file();
    private byte[] uploadAnswer = {};
    private byte[] downloadAnswer = {};

    @Setup
    public void prepare() {
        uploadAnswer = answer(
                SmpOp.WRITE, ImageGroup.ID, CborMap.builder().put("off", 70_000).build());
        byte[] data = new byte[message - OVERHEAD];
        file.get(0, data);
        downloadAnswer = answer(
                SmpOp.READ,
                FileSystemGroup.ID,
                CborMap.builder().put("off", 70_000).put("data", data).build());
    }

    private static byte[] answer(SmpOp op, int group, CborMap payload) {
        return SmpMessage.encodeResponse(new SmpHeader(SmpVersion.V2, op, 0, 0, group, 1, 1), payload);
    }

    /** From a place in a file to the bytes of the request. */
    @Benchmark
    public byte[] uploadRequest() {
        return SmpMessage.encode(Sample.piece(file, message), SmpVersion.V2, 1);
    }

    /** From the bytes of the answer to the offset in it. */
    @Benchmark
    public long uploadResponse() {
        return ImageGroup.UploadResponse.from(SmpMessage.decode(uploadAnswer).payload())
                .offset();
    }

    /** From the bytes of the answer to the data in it. */
    @Benchmark
    public byte[] downloadResponse() {
        return FileSystemGroup.DownloadResponse.from(
                        SmpMessage.decode(downloadAnswer).payload())
                .data();
    }
}
