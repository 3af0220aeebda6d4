package io.virality.domain.engagement;

import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.engagement.InfluenceScore.Weights;
import io.virality.domain.stats.Ranks;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Where creators stand among each other in each part of their influence, by which they are scored. */
public final class Standings {

    /**
     * The percentile within tier and region weighs as many creators as there are; the one within the tier weighs as many as
     * this, so that it rules where the region has few.
     */
    public static final int CREATORS_OF_TIER = 20;

    private final List<CreatorFigures> creators;
    private final Peers peers;
    private final long minimum;

    /** One place a creator; {@code NaN} where it cannot be told. */
    private final Map<Part, double[]> percentiles = new EnumMap<>(Part.class);

    /**
     * Creators to score.
     *
     * @param creators all creators of some tiers
     * @param peers the same, by whom it is told what is usual
     * @param smaller how many others there are, in smaller tiers
     * @param all how many there are of all tiers
     * @param minimum among fewer creators than this nobody is compared
     */
    public Standings(List<CreatorFigures> creators, Peers peers, long smaller, long all, long minimum) {
        this.creators = List.copyOf(creators);
        this.peers = peers;
        this.minimum = Math.max(1, minimum);
        for (Part part : Part.values()) {
            double[] unknown = new double[creators.size()];
            Arrays.fill(unknown, Double.NaN);
            percentiles.put(part, unknown);
        }
        if (all < this.minimum) {
            return;
        }
        int[] everybody = IntStream.range(0, creators.size()).toArray();
        tell(
                Part.REACH,
                everybody,
                Arrays.stream(shares(everybody, CreatorFigures::followers))
                        .map(share -> (smaller + share * creators.size()) / all)
                        .toArray());
        groups(everybody, creator -> Optional.of(creator.tier())).parallelStream()
                .forEach(this::compare);
    }

    /** Those of the creators that have something in common, by their places. */
    private List<int[]> groups(int[] places, Function<CreatorFigures, Optional<String>> common) {
        Map<String, IntStream.Builder> groups = new HashMap<>();
        for (int place : places) {
            common.apply(creators.get(place))
                    .ifPresent(name -> groups.computeIfAbsent(name, unseen -> IntStream.builder())
                            .add(place));
        }
        return groups.values().stream().map(group -> group.build().toArray()).toList();
    }

    private void compare(int... tier) {
        for (Part part : Part.values()) {
            double[] shares = part == Part.REACH ? new double[0] : shares(tier, standing(part));
            if (known(shares) >= minimum) {
                tell(part, tier, shares);
            }
        }
        double[] withinTier = percentiles.get(Part.ENGAGEMENT);
        for (int[] region : groups(tier, CreatorFigures::region)) {
            double[] shares = shares(region, CreatorFigures::rate);
            long size = known(shares);
            for (int i = 0; i < region.length; i++) {
                shares[i] = (size * shares[i] + CREATORS_OF_TIER * withinTier[region[i]]) / (size + CREATORS_OF_TIER);
            }
            tell(Part.ENGAGEMENT, region, shares);
        }
    }

    private double[] shares(int[] places, ToDoubleFunction<CreatorFigures> figure) {
        return Ranks.of(Arrays.stream(places)
                        .mapToDouble(place -> figure.applyAsDouble(creators.get(place)))
                        .toArray())
                .sharesUpTo();
    }

    private static long known(double... shares) {
        return Arrays.stream(shares).filter(share -> !Double.isNaN(share)).count();
    }

    private void tell(Part part, int[] places, double... told) {
        double[] ofAll = percentiles.get(part);
        for (int i = 0; i < places.length; i++) {
            ofAll[places[i]] = told[i];
        }
    }

    /** By what a part ranks: higher is better. */
    private ToDoubleFunction<CreatorFigures> standing(Part part) {
        return switch (part) {
            case REACH -> CreatorFigures::followers;
            case ENGAGEMENT -> CreatorFigures::rate;
            case CONSISTENCY -> creator -> -creator.spread();
            case GROWTH -> CreatorFigures::growth;
            case AUTHENTICITY -> creator -> -peers.unusual(creator);
            case COMMERCE -> CreatorFigures::sales;
        };
    }

    /** The score of the creator at that place. */
    public InfluenceScore influence(int creator, Weights weights) {
        return InfluenceScore.of(part -> percentiles.get(part)[creator], weights);
    }

    /** The totals of all creators' scores, {@code NaN} where there is none: of most of them the rest is not looked at. */
    public double[] totals(Weights weights) {
        return IntStream.range(0, creators.size())
                .parallel()
                .mapToDouble(creator -> InfluenceScore.total(part -> percentiles.get(part)[creator], weights::of))
                .toArray();
    }
}
