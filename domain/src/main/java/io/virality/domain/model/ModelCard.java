package io.virality.domain.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be known of a trained model before it is believed.
 *
 * @param kind what it is for
 * @param title what it is, in words
 * @param trainedAt when
 * @param rows what it has learnt from
 * @param features what it looks at, in their order
 * @param settings its hyper-parameters, and whatever else could make it another model: the version of a library
 * @param seed of all that was left to chance
 * @param baseline what it is compared with, in words; empty if there is none
 * @param metrics how good it is; the first decides whether it beats the baseline
 * @param provenance what the library says of how it was made
 */
public record ModelCard(
        ModelKind kind,
        String title,
        Instant trainedAt,
        TrainingRows rows,
        List<Feature> features,
        Map<String, String> settings,
        long seed,
        Optional<String> baseline,
        List<Metric> metrics,
        String provenance) {

    /** No payload may have more bytes. */
    public static final int LARGEST_PAYLOAD = 64 << 20;

    /** So many models of a kind are kept, the newest. */
    public static final int KEPT_OF_A_KIND = 20;

    private static final int DIGITS_OF_ID = 12;

    /** Copies are kept. */
    public ModelCard {
        features = List.copyOf(features);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        metrics = List.copyOf(metrics);
    }

    /**
     * Its name in the registry: the same for models that learnt the same from the same rows. For example
     * {@code segments-0a1b2c3d4e5f}.
     */
    public String id() {
        RowHash hash = new RowHash().add(kind.id()).add(rows.hash()).add(Long.toString(seed));
        features.forEach(feature -> hash.add(feature.name()).add(feature.definition()));
        settings.forEach((name, value) -> hash.add(name).add(value));
        return kind.id() + "-" + hash.hex().substring(0, DIGITS_OF_ID);
    }

    /** Whether it is better than its baseline. */
    public Standing standing() {
        return metrics.stream().findFirst().map(Metric::standing).orElse(Standing.WITHOUT_BASELINE);
    }

    /** The metric of that name. */
    public Optional<Metric> metric(String name) {
        return metrics.stream().filter(metric -> metric.name().equals(name)).findFirst();
    }
}
