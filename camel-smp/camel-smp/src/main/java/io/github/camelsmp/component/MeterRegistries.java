package io.github.camelsmp.component;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;
import org.apache.camel.CamelContext;
import org.apache.camel.support.CamelContextHelper;

/** Finds where the meters of a context go. Without Micrometer on the class path there is no such place. */
final class MeterRegistries {

    /** The name by which Camel's own meters look for a registry. */
    private static final String CAMELS_REGISTRY = "metricsRegistry";

    private MeterRegistries() {}

    /** Whether this class can be asked for more. */
    static boolean areKnown(CamelContext context) {
        return context.getClassResolver().resolveClass("io.micrometer.core.instrument.MeterRegistry") != null;
    }

    /** Empty where the context has no registry, or several of which none stands for the others. */
    static Optional<ActivityListener> meters(CamelContext context, IntSupplier mostDevices) {
        return Optional.ofNullable(CamelContextHelper.lookup(context, CAMELS_REGISTRY, MeterRegistry.class))
                .or(() -> onlyOne(context.getRegistry().findByType(MeterRegistry.class)))
                .or(() -> onlyOne(context.getRegistry().findByType(CompositeMeterRegistry.class)))
                .map(registry -> new DeviceMeters(registry, context.getName(), mostDevices));
    }

    private static Optional<MeterRegistry> onlyOne(Set<? extends MeterRegistry> registries) {
        return registries.size() == 1 ? Optional.of(registries.iterator().next()) : Optional.empty();
    }
}
