package io.virality.domain.segment;

import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.model.Feature;
import io.virality.domain.model.RowHash;
import io.virality.domain.model.TrainingRows;
import io.virality.domain.stats.RobustScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How creators behave: those of whom everything is known that is compared, in scores. A score tells by how many robust
 * standard deviations a creator differs from the median one.
 */
public final class Behaviours {

    /** What is known of a smaller share of creators is not compared. */
    public static final double LEAST_KNOWN = .8;

    /** Scores beyond this count as this, so that a few extreme creators do not make groups of their own. */
    public static final double LIMIT = 3;

    private final List<Feature> features;
    private final List<Behaviour> compared;
    private final List<String> handles;
    private final double[][] values;
    private final double[][] scores;
    private final int creators;
    private final Evidence evidence;

    private Behaviours(List<Feature> features, Evidence evidence) {
        this.features = List.copyOf(features);
        this.compared =
                features.stream().map(feature -> behaviour(feature.name())).toList();
        this.evidence = evidence;
        this.creators = evidence.rows().size();
        List<String> names = new ArrayList<>();
        List<double[]> known = new ArrayList<>();
        List<double[]> scored = new ArrayList<>();
        for (Row row : evidence.rows()) {
            double[] raw = compared.stream()
                    .mapToDouble(behaviour -> row.number(behaviour.column()))
                    .toArray();
            double[] score = score(raw);
            if (Arrays.stream(score).noneMatch(Double::isNaN)) {
                names.add(row.text("handle") == null ? "" : row.text("handle"));
                known.add(raw);
                scored.add(score);
            }
        }
        handles = List.copyOf(names);
        values = known.toArray(double[][]::new);
        scores = scored.toArray(double[][]::new);
    }

    private static Behaviour behaviour(String column) {
        return Arrays.stream(Behaviour.values())
                .filter(behaviour -> behaviour.column().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no behaviour is called " + column));
    }

    private double[] score(double[] raw) {
        double[] scores = new double[raw.length];
        for (int j = 0; j < raw.length; j++) {
            double score =
                    features.get(j).scale().orElseThrow().score(compared.get(j).measure(raw[j]));
            scores[j] = Math.max(-LIMIT, Math.min(LIMIT, score));
        }
        return scores;
    }

    /** Creators by whatever is known of enough of them and differs between them. */
    public static Behaviours learnt(Evidence evidence) {
        List<Feature> features = new ArrayList<>();
        for (Behaviour behaviour : Behaviour.values()) {
            scale(behaviour, evidence.rows())
                    .ifPresent(scale -> features.add(new Feature(
                            behaviour.column(),
                            behaviour.definition() + ", in robust standard deviations from the median",
                            Optional.of(scale))));
        }
        return new Behaviours(features, evidence);
    }

    /** Creators on the scales that a model has learnt. */
    public static Behaviours known(List<Feature> features, Evidence evidence) {
        return new Behaviours(features, evidence);
    }

    private static Optional<RobustScale> scale(Behaviour behaviour, List<Row> rows) {
        double[] known = rows.stream()
                .mapToDouble(row -> behaviour.measure(row.number(behaviour.column())))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        if (known.length == 0 || known.length < LEAST_KNOWN * rows.size()) {
            return Optional.empty();
        }
        return RobustScale.of(known);
    }

    /** What creators are compared by, as a model's features. */
    public List<Feature> features() {
        return features;
    }

    /** What creators are compared by. */
    public List<Behaviour> compared() {
        return compared;
    }

    /** What is not compared: too little is known of it, or more than half of the creators are alike in it. */
    public List<Behaviour> leftOut() {
        return Arrays.stream(Behaviour.values())
                .filter(behaviour -> !compared.contains(behaviour))
                .toList();
    }

    /** How many creators can be compared. */
    public int size() {
        return scores.length;
    }

    /** How many creators there are besides, of whom something is not known. */
    public int incomplete() {
        return creators - scores.length;
    }

    /** The name of a creator. */
    public String handle(int creator) {
        return handles.get(creator);
    }

    /** A creator's figure as it was measured. */
    public double value(int creator, int behaviour) {
        return values[creator][behaviour];
    }

    /** The scores of all creators, row by row. Must not be changed. */
    public double[][] scores() {
        return scores;
    }

    /** Where they come from. */
    public Evidence evidence() {
        return evidence;
    }

    /** The rows as a model's card tells them. */
    public TrainingRows rows() {
        RowHash hash = new RowHash();
        for (int i = 0; i < scores.length; i++) {
            hash.add(handles.get(i)).add(values[i]);
        }
        return new TrainingRows(
                hash.hex(), Map.of("creators", (long) scores.length), evidence.asOf(), evidence.origin());
    }
}
