package io.github.camelsmp.examples.hawkbit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what hawkBit wants of a device. */
public final class Deployments {

    private static final Map<String, Pattern> HASHES = Map.of(
            "sha256", Pattern.compile("[0-9a-f]{64}"),
            "sha1", Pattern.compile("[0-9a-f]{40}"),
            "md5", Pattern.compile("[0-9a-f]{32}"));

    private final Ddi ddi;
    private final Map<String, Optional<Integer>> modules = new HashMap<>();

    /** @param modules types of software modules that are firmware, each alone or with its image: {@code os,network=1} */
    public Deployments(Ddi ddi, String modules) {
        this.ddi = ddi;
        for (String module : modules.split(",")) {
            String[] parts = module.strip().split("=");
            this.modules.put(parts[0], parts.length == 1 ? Optional.empty() : Optional.of(Integer.valueOf(parts[1])));
        }
    }

    /** Whether the update is not to be done yet: its maintenance window is closed, or hawkBit only announces it. */
    public boolean waits(Map<?, ?> answer) {
        Map<?, ?> deployment = map(answer, "deployment");
        return "unavailable".equals(deployment.get("maintenanceWindow"))
                || "skip".equals(deployment.get("download"))
                || "skip".equals(deployment.get("update"));
    }

    /**
     * The files, in the order of the modules.
     *
     * @throws IllegalArgumentException if a module is of an unknown type, or has other than one file
     */
    public List<Artifact> artifacts(Map<?, ?> answer) {
        List<Artifact> files = new ArrayList<>();
        for (Object each : list(map(answer, "deployment"), "chunks")) {
            Map<?, ?> module = (Map<?, ?>) each;
            String type = String.valueOf(module.get("part"));
            if (!modules.containsKey(type)) {
                throw new IllegalArgumentException(
                        "a module is of type '" + type + "', gateway.modules has " + modules.keySet());
            }
            List<?> artifacts = list(module, "artifacts");
            if (artifacts.size() != 1) {
                throw new IllegalArgumentException("the module " + module.get("name") + " has " + artifacts.size()
                        + " files, one is expected; images for several cores belong into one DFU package");
            }
            files.add(artifact((Map<?, ?>) artifacts.get(0), modules.get(type)));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("the distribution set has no module");
        }
        return files;
    }

    private Artifact artifact(Map<?, ?> artifact, Optional<Integer> image) {
        if (!(artifact.get("size") instanceof Number size)) {
            throw new IllegalArgumentException("hawkBit does not say how large an artefact is");
        }
        return new Artifact(
                String.valueOf(artifact.get("filename")),
                ddi.download(map(artifact, "_links")),
                size.longValue(),
                hashes(map(artifact, "hashes")),
                image);
    }

    private static Map<String, String> hashes(Map<?, ?> hashes) {
        Map<String, String> known = new HashMap<>();
        HASHES.forEach((name, form) -> {
            if (hashes.get(name) instanceof String hash) {
                if (!form.matcher(hash).matches()) {
                    throw new IllegalArgumentException("this is no " + name + ": " + Text.clean(hash));
                }
                known.put(name, hash);
            }
        });
        if (!known.containsKey("sha256")) {
            throw new IllegalArgumentException("hawkBit gives no sha256 of an artefact");
        }
        return known;
    }

    private static Map<?, ?> map(Map<?, ?> of, String key) {
        return of.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(Map<?, ?> of, String key) {
        return of.get(key) instanceof List<?> list ? list : List.of();
    }
}
