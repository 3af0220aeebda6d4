package io.virality.domain.engagement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
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

    /** The score of these percentiles. */
    static InfluenceScore of(Map<Part, OptionalDouble> percentiles, Weights weights) {
        int known = 0;
        for (Part part : Part.values()) {
            known += percentiles.get(part).isPresent() ? weights.of(part) : 0;
        }
        List<Share> shares = new ArrayList<>();
        for (Part part : Part.values()) {
            OptionalDouble percentile = percentiles.get(part);
            double points = known == 0 ? 0 : 100 * percentile.orElse(0) * weights.of(part) / known;
            shares.add(new Share(part, percentile, weights.of(part), points));
        }
        return new InfluenceScore(shares);
    }

    /** The contributions' sum, from 0 to 100; empty where too few parts are known. */
    public OptionalDouble total() {
        int wanted = 0;
        int known = 0;
        double sum = 0;
        for (Share share : shares) {
            if (share.weight() > 0) {
                wanted++;
                known += share.percentile().isPresent() ? 1 : 0;
                sum += share.contribution();
            }
        }
        return known < Math.min(FEWEST_PARTS, wanted) ? OptionalDouble.empty() : OptionalDouble.of(sum);
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
