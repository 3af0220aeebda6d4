package io.virality.domain.engagement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * A creator's influence from 0 to 100, taken apart: the weighted mean of its percentiles. A part that is not known is left
 * out and the others weigh the more.
 *
 * @param shares one a part, in the order of {@link Part}
 */
public record InfluenceScore(List<Share> shares) {

    /** Name and version of the formula. */
    public static final String ID = "influence-score@1";

    /** With fewer known parts there is no score: size alone is no influence. */
    public static final int FEWEST_PARTS = 3;

    private static final Part[] PARTS = Part.values();

    /** What influence is made of. */
    public enum Part {
        /** Followers, among all creators. */
        REACH,
        /** Engagement rate, among creators of the tier and, as far as there are enough, of the region. */
        ENGAGEMENT,
        /** How evenly its videos are viewed, among creators of the tier. */
        CONSISTENCY,
        /** Growth of followers in 30 days, among creators of the tier. */
        GROWTH,
        /** How little is unusual about its figures, among creators of the tier. */
        AUTHENTICITY,
        /** Net sales per 1,000 followers, among creators of the tier that sell. */
        COMMERCE;

        /** The name in documents: {@code reach}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Part of(String id) {
            return Arrays.stream(values())
                    .filter(part -> part.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("unknown part '" + id + "'; the parts are: "
                            + Arrays.stream(values()).map(Part::id).toList()));
        }
    }

    /**
     * How much each part weighs. They are a choice, not an estimate: nothing in the data tells what influence is worth.
     *
     * @param all whole numbers, of which at least one is not 0; a part that is not named weighs nothing
     */
    public record Weights(Map<Part, Integer> all) {

        private static final int LARGEST = 1_000;

        /** What weighs unless something else is asked for: audience and reaction half, the rest the other half. */
        public static final Weights STANDARD =
                parse("reach:25, engagement:25, consistency:15, growth:15, authenticity:10, commerce:10");

        /** @throws IllegalArgumentException if a weight is negative or above 1,000, or all are 0 */
        public Weights {
            EnumMap<Part, Integer> every = new EnumMap<>(Part.class);
            for (Part part : Part.values()) {
                int weight = all.getOrDefault(part, 0);
                if (weight < 0 || weight > LARGEST) {
                    throw new IllegalArgumentException(
                            "the weight of " + part.id() + " must lie between 0 and " + LARGEST + ", not " + weight);
                }
                every.put(part, weight);
            }
            if (every.values().stream().allMatch(weight -> weight == 0)) {
                throw new IllegalArgumentException("all weights are 0");
            }
            all = Collections.unmodifiableMap(every);
        }

        /**
         * Reads weights from text, for example {@code reach:30, engagement:70}.
         *
         * @throws IllegalArgumentException if the text is not of that form
         */
        public static Weights parse(String text) {
            EnumMap<Part, Integer> weights = new EnumMap<>(Part.class);
            for (String item : text.split(",", -1)) {
                String[] partAndWeight = item.split(":", -1);
                if (partAndWeight.length != 2 || !partAndWeight[1].strip().matches("[0-9]{1,4}")) {
                    throw new IllegalArgumentException("not a weight: '" + item.strip() + "'; write part:weight");
                }
                Part part = Part.of(partAndWeight[0].strip().toLowerCase(Locale.ROOT));
                if (weights.put(part, Integer.parseInt(partAndWeight[1].strip())) != null) {
                    throw new IllegalArgumentException("'" + part.id() + "' stands twice");
                }
            }
            return new Weights(weights);
        }

        /** The weight of a part. */
        public int of(Part part) {
            return all.get(part);
        }

        /** As {@link #parse} reads them. */
        @Override
        public String toString() {
            return Arrays.stream(Part.values())
                    .map(part -> part.id() + ":" + of(part))
                    .collect(Collectors.joining(", "));
        }
    }

    /**
     * What one part gives.
     *
     * @param part which
     * @param percentile the share of comparable creators that do not surpass this one; empty where it cannot be told
     * @param weight the part's weight
     * @param contribution the points of the score that come from it; 0 for what is left out
     */
    public record Share(Part part, OptionalDouble percentile, int weight, double contribution) {}

    /** A copy of the shares is kept. */
    public InfluenceScore {
        shares = List.copyOf(shares);
    }

    /**
     * The score of these percentiles.
     *
     * @param percentiles one a part; {@code NaN} where it cannot be told
     */
    static InfluenceScore of(ToDoubleFunction<Part> percentiles, Weights weights) {
        int known = known(percentiles, weights::of);
        List<Share> shares = new ArrayList<>();
        for (Part part : PARTS) {
            double percentile = percentiles.applyAsDouble(part);
            int weight = weights.of(part);
            shares.add(new Share(part, known(percentile), weight, points(percentile, weight, known)));
        }
        return new InfluenceScore(shares);
    }

    /** The contributions' sum, from 0 to 100; empty where too few parts are known. */
    public OptionalDouble total() {
        return known(total(part -> share(part).percentile().orElse(Double.NaN), part -> share(part)
                .weight()));
    }

    /** The total alone of the score of these percentiles, {@code NaN} where too few parts are known. */
    static double total(ToDoubleFunction<Part> percentiles, ToIntFunction<Part> weights) {
        int known = known(percentiles, weights);
        int missing = FEWEST_PARTS;
        boolean all = true;
        double sum = 0;
        for (Part part : PARTS) {
            int weight = weights.applyAsInt(part);
            if (weight > 0) {
                double percentile = percentiles.applyAsDouble(part);
                missing -= Double.isNaN(percentile) ? 0 : 1;
                all &= !Double.isNaN(percentile);
                sum += points(percentile, weight, known);
            }
        }
        return all || missing <= 0 ? sum : Double.NaN;
    }

    /** What the known parts weigh together. */
    private static int known(ToDoubleFunction<Part> percentiles, ToIntFunction<Part> weights) {
        int known = 0;
        for (Part part : PARTS) {
            known += Double.isNaN(percentiles.applyAsDouble(part)) ? 0 : weights.applyAsInt(part);
        }
        return known;
    }

    private static double points(double percentile, int weight, int known) {
        return known == 0 || Double.isNaN(percentile) ? 0 : 100 * percentile * weight / known;
    }

    private static OptionalDouble known(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /** The parts that should weigh and are not known. */
    public List<Part> leftOut() {
        return shares.stream()
                .filter(share -> share.weight() > 0 && share.percentile().isEmpty())
                .map(Share::part)
                .toList();
    }

    /** What a part gives. */
    public Share share(Part part) {
        return shares.get(part.ordinal());
    }
}
