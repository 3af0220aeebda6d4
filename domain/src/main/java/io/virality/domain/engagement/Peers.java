package io.virality.domain.engagement;

import io.virality.domain.engagement.InfluenceScore.Part;
import io.virality.domain.engagement.InfluenceScore.Weights;
import io.virality.domain.stats.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Creators with whom one of them is compared: all of its tier, or of several tiers. */
public final class Peers {

    /**
     * The percentile within tier and region weighs as many creators as there are; the one within the tier weighs as many as
     * this, so that it rules where the region has few.
     */
    public static final int CREATORS_OF_TIER = 20;

    private final List<CreatorFigures> creators;
    private final long smaller;
    private final long all;
    private final long minimum;
    private final Map<String, Map<Signal.Kind, Signal.Usual>> usual = new ConcurrentHashMap<>();
    private final Map<String, Map<Part, Sample>> tiers = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Sample>> cells;
    private final Optional<Sample> followers;

    /**
     * Creators to compare.
     *
     * @param creators all creators of some tiers
     * @param smaller how many others there are, in smaller tiers
     * @param all how many there are of all tiers
     * @param minimum among fewer creators than this nobody is compared
     */
    public Peers(List<CreatorFigures> creators, long smaller, long all, long minimum) {
        this.creators = List.copyOf(creators);
        this.smaller = smaller;
        this.all = all;
        this.minimum = Math.max(1, minimum);
        Map<String, List<CreatorFigures>> byTier =
                creators.stream().collect(Collectors.groupingBy(CreatorFigures::tier));
        byTier.entrySet().parallelStream().forEach(tier -> {
            usual.put(tier.getKey(), usual(tier.getKey(), tier.getValue()));
            tiers.put(tier.getKey(), samples(tier.getValue()));
        });
        cells = byTier.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tier -> regions(tier.getValue())));
        followers = sample(this.creators, CreatorFigures::followers);
    }

    private static Map<String, Sample> regions(List<CreatorFigures> members) {
        return members.stream()
                .filter(creator -> creator.region().isPresent() && !Double.isNaN(creator.rate()))
                .collect(Collectors.groupingBy(creator -> creator.region().orElseThrow()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, region -> sample(region.getValue(), CreatorFigures::rate)
                        .orElseThrow()));
    }

    private static Map<Signal.Kind, Signal.Usual> usual(String tier, List<CreatorFigures> members) {
        Map<Signal.Kind, Signal.Usual> found = new EnumMap<>(Signal.Kind.class);
        for (Signal.Kind kind : Signal.Kind.values()) {
            sample(members, member -> Math.log(kind.figure(member)))
                    .flatMap(logarithms -> Signal.Usual.of(tier, logarithms))
                    .ifPresent(usual -> found.put(kind, usual));
        }
        return found;
    }

    private Map<Part, Sample> samples(List<CreatorFigures> members) {
        Map<Part, Sample> samples = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            sample(members, member -> standing(part, member)).ifPresent(sample -> samples.put(part, sample));
        }
        return samples;
    }

    private static Optional<Sample> sample(List<CreatorFigures> members, ToDoubleFunction<CreatorFigures> figure) {
        double[] known = members.stream()
                .mapToDouble(figure)
                .filter(value -> !Double.isNaN(value))
                .toArray();
        return known.length == 0 ? Optional.empty() : Optional.of(Sample.of(known));
    }

    /** By what a part ranks: higher is better. */
    private double standing(Part part, CreatorFigures creator) {
        return switch (part) {
            case REACH -> creator.followers();
            case ENGAGEMENT -> creator.rate();
            case CONSISTENCY -> -creator.spread();
            case GROWTH -> creator.growth();
            case AUTHENTICITY ->
                tests(creator) == 0 ? Double.NaN : -signals(creator).size();
            case COMMERCE -> creator.sales();
        };
    }

    /** To how many tests the creator's figures can be put. */
    public int tests(CreatorFigures creator) {
        int tests = 0;
        for (Signal.Kind kind : usual.get(creator.tier()).keySet()) {
            tests += Double.isNaN(kind.figure(creator)) ? 0 : 1;
        }
        return tests;
    }

    /** What is unusual about a creator. */
    public List<Signal> signals(CreatorFigures creator) {
        List<Signal> signals = new ArrayList<>();
        usual.get(creator.tier()).forEach((kind, usual) -> {
            double figure = kind.figure(creator);
            double score = usual.scale().score(Math.log(figure));
            if (kind.speaks(score, creator)) {
                signals.add(new Signal(kind, figure, score, usual));
            }
        });
        return signals;
    }

    /** A creator's score. */
    public InfluenceScore influence(CreatorFigures creator, Weights weights) {
        Map<Part, OptionalDouble> percentiles = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            percentiles.put(part, percentile(part, creator));
        }
        return InfluenceScore.of(percentiles, weights);
    }

    private OptionalDouble percentile(Part part, CreatorFigures creator) {
        double standing = standing(part, creator);
        Sample tier = tiers.get(creator.tier()).get(part);
        if (Double.isNaN(standing) || part != Part.REACH && tier.size() < minimum || all < minimum) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                switch (part) {
                    case REACH -> (smaller + followers.orElseThrow().shareUpTo(standing) * creators.size()) / all;
                    case ENGAGEMENT -> shrunk(creator, tier.shareUpTo(standing));
                    default -> tier.shareUpTo(standing);
                });
    }

    private double shrunk(CreatorFigures creator, double withinTier) {
        Sample cell = creator.region().map(cells.get(creator.tier())::get).orElse(null);
        if (cell == null) {
            return withinTier;
        }
        return (cell.size() * cell.shareUpTo(creator.rate()) + CREATORS_OF_TIER * withinTier)
                / (cell.size() + CREATORS_OF_TIER);
    }
}
