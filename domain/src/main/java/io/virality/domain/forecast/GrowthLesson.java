package io.virality.domain.forecast;

import io.virality.domain.creator.Origin;
import io.virality.domain.model.ModelCard;
import io.virality.domain.model.ModelKind;
import io.virality.domain.model.RowHash;
import io.virality.domain.model.TrainingRows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What there is to learn of how creators grow. */
public final class GrowthLesson {

    /** How often a learner learns to be judged for its card. */
    public static final int FOLDS = GrowthStudy.FOLDS;

    private final List<GrowthRow> rows;
    private final Origin origin;
    private final GrowthFeatures features;

    /**
     * Of some creators.
     *
     * @param histories by what is counted; those with one name are the same creator
     */
    public GrowthLesson(Map<Metric, List<History>> histories) {
        this.rows = GrowthRow.of(histories);
        this.features = GrowthFeatures.of(rows);
        List<Origin> origins = histories.getOrDefault(Metric.FOLLOWERS, List.of()).stream()
                .map(History::origin)
                .toList();
        this.origin = Origin.of(
                origins.stream().anyMatch(each -> each != Origin.SIMULATED),
                origins.stream().anyMatch(each -> each != Origin.REAL));
    }

    /** What is missing, in words; empty if there is enough. */
    public Optional<String> missing() {
        return new GrowthStudy(rows, 0).missing();
    }

    /** What was known, a row for each creator and day. */
    public double[][] known() {
        return features.rows(rows);
    }

    /** How they grew. */
    public double[] growth() {
        return GrowthFeatures.growth(rows);
    }

    /**
     * What is to be known of a model that learns from this.
     *
     * @param library its name and version
     * @param provenance what it says of the model
     */
    public ModelCard card(GrowthLearner learner, long seed, Instant trainedAt, String library, String provenance) {
        RowHash hash = new RowHash();
        rows.forEach(row -> hash.add(row.creator(), row.origin(), row.growth()).add(row.drivers()));
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put(
                "creators",
                rows.stream().mapToInt(GrowthRow::creator).distinct().count());
        counts.put("growths of thirty days", (long) rows.size());
        int last = rows.stream().mapToInt(GrowthRow::origin).max().orElseThrow() + GrowthRow.DAYS;
        return new ModelCard(
                ModelKind.GROWTH,
                "Growth of followers in thirty days",
                trainedAt,
                new TrainingRows(
                        hash.hex(),
                        counts,
                        Optional.of(LocalDate.ofEpochDay(last)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()),
                        origin),
                features.features(),
                Map.of("library", library),
                seed,
                Optional.of("panel-drift: a creator's recent slopes, drawn to those of the others"),
                new GrowthStudy(rows, seed).judge(learner),
                provenance);
    }
}
