package io.virality.domain.virality;

import io.virality.domain.insight.Evidence;
import io.virality.domain.model.Metric;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.RowHash;
import io.virality.domain.model.TrainingRows;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is written of a model of virality, and read from it. */
public final class ViralityModel {

    private static final String THRESHOLD = "viral from so many times the usual views";
    private static final String RATE = "share that went viral lately";

    private ViralityModel() {}

    /**
     * The card of a model.
     *
     * @param launches it has learnt from
     * @param lesson made of them
     * @param metrics of a study of the same learner
     * @param library that learnt
     * @param provenance what the library says of it
     */
    public static ModelCard card(
            Evidence evidence,
            List<Launch> launches,
            Lesson lesson,
            List<Metric> metrics,
            long seed,
            Instant trainedAt,
            String library,
            String provenance) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(THRESHOLD, Double.toString(lesson.threshold()));
        settings.put(RATE, Double.toString(lesson.rate()));
        settings.put("library", library);
        RowHash hash = new RowHash();
        launches.forEach(launch ->
                hash.add(launch.creator(), launch.posted(), launch.ratio()).add(launch.traits()));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("videos", (long) launches.size());
        counts.put(
                "creators",
                launches.stream().mapToLong(Launch::creator).distinct().count());
        return new ModelCard(
                ModelKind.VIRALITY,
                "Probability that a video goes viral, from what is known when it is posted",
                trainedAt,
                new TrainingRows(hash.hex(), counts, evidence.asOf(), evidence.origin()),
                Trait.FEATURES,
                settings,
                seed,
                Optional.of(ViralityStudy.BASELINE),
                metrics,
                provenance);
    }

    /** From so many times its creator's usual views on, a video counts as viral. */
    public static double threshold(ModelCard card) {
        return Double.parseDouble(card.settings().get(THRESHOLD));
    }

    /** The share that went viral of the newest videos it was made of: what is told where nothing better is known. */
    public static double rate(ModelCard card) {
        return Double.parseDouble(card.settings().get(RATE));
    }
}
