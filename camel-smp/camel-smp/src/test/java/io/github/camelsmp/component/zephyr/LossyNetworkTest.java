package io.github.camelsmp.component.zephyr;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.camelsmp.protocol.SmpErrorException;
import io.github.camelsmp.protocol.SmpException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Files for a real server over a network that loses up to 20 % and corrupts up to 5 % of the datagrams. Each run ends
 * with the file on the device, with a mismatch that is told, or in a typed error; after the last two the next run over a
 * fair network brings it there. The device itself says which bytes it has.
 *
 * <p>The system property {@code smp.faults.real} asks for more runs.
 */
@RealServers
@Timeout(3600)
class LossyNetworkTest {

    private static final int RUNS = 5;

    /** What the file system of the server has room for twice. */
    private static final int LARGEST = 4000;

    private static final String FILE = "/lfs1/weather.bin";
    private static final String OPTIONS =
            "?mtu=300&requestTimeout=400ms&eraseTimeout=3s&connectTimeout=3s&path=" + FILE;

    private final Map<String, Integer> ends = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    @Test
    void everyUploadEndsWithTheFileOnTheDeviceOrIsKnownNotTo() throws Exception {
        ServerDescription description = ServerManifest.server("native_sim", "udp");
        int runs = Integer.getInteger("smp.faults.real", RUNS);
        try (ZephyrServer server = ZephyrServer.start(description);
                YamlRoutes beside = YamlRoutes.to(server.uri("path=" + FILE))) {
            for (int seed = 1; seed <= runs; seed++) {
                run(beside, description.udpPort(), seed);
            }
        }
        System.out.println("lossy network before native_sim: " + runs + " runs from seed 1, " + ends);
        assertThat(complaints).isEmpty();
    }

    private void run(YamlRoutes beside, int port, int seed) throws Exception {
        Random random = new Random(seed);
        byte[] content = new byte[LARGEST / 2 + random.nextInt(LARGEST / 2)];
        random.nextBytes(content);
        try (LossyNetwork network = new LossyNetwork(port, seed);
                YamlRoutes route = YamlRoutes.to("smp:" + network.address() + OPTIONS)) {
            boolean good = upload(route, content, seed);
            network.clear();
            if (!good && !upload(route, content, seed)) {
                complaints.add("seed " + seed + ": fails with nothing in its way");
            }
        }
        if (!hasFile(beside, content)) {
            complaints.add("seed " + seed + ": success was told, and the device has other bytes");
        }
    }

    private static boolean hasFile(YamlRoutes route, byte[] content) throws Exception {
        try {
            Map<String, Object> hash = route.map("fileHash", Map.of("CamelSmpHashType", "sha256"));
            return MessageDigest.isEqual(
                    (byte[]) hash.get("output"),
                    MessageDigest.getInstance("SHA-256").digest(content));
        } catch (SmpErrorException e) {
            return false;
        }
    }

    private boolean upload(YamlRoutes route, byte[] content, int seed) {
        try {
            boolean match = (Boolean)
                    route.ask(Map.class, "fileUpload", content, Map.of()).get("match");
            ends.merge(match ? "uploaded" : "told of a mismatch", 1, Integer::sum);
            return match;
        } catch (SmpException e) {
            ends.merge(e.getClass().getSimpleName(), 1, Integer::sum);
        } catch (Exception e) {
            complaints.add("seed " + seed + ": an error without a type: " + e);
        }
        return false;
    }
}
