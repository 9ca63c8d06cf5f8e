package io.github.camelsmp.simulator.group;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the image group was built (protocol.md 6.1).
 *
 * @param features what is compiled in
 * @param alignment a chunk is cut to a multiple of this many bytes; 1 for every current server
 */
public record ImageOptions(Set<ImageFeature> features, int alignment) {

    /** A current server with the image check. */
    public static final ImageOptions DEFAULT = new ImageOptions(
            Set.of(
                    ImageFeature.CHECK,
                    ImageFeature.SLOT_INFO,
                    ImageFeature.MAX_IMAGE_SIZE,
                    ImageFeature.CONFIRM_INACTIVE),
            1);

    /** @throws IllegalArgumentException if the alignment is not positive */
    public ImageOptions {
        if (alignment < 1) {
            throw new IllegalArgumentException("alignment is " + alignment + ", it must be positive");
        }
        features = Set.copyOf(features);
    }

    /** Whether this is compiled in. */
    public boolean has(ImageFeature feature) {
        return features.contains(feature);
    }

    /** The same server with these as well. */
    public ImageOptions with(ImageFeature... more) {
        Set<ImageFeature> all = new HashSet<>(features);
        all.addAll(List.of(more));
        return new ImageOptions(all, alignment);
    }

    /** The same server without these. */
    public ImageOptions without(ImageFeature... fewer) {
        Set<ImageFeature> rest = new HashSet<>(features);
        List.of(fewer).forEach(rest::remove);
        return new ImageOptions(rest, alignment);
    }

    /** The same server, cutting chunks to a multiple of so many bytes. */
    public ImageOptions withAlignment(int bytes) {
        return new ImageOptions(features, bytes);
    }
}
