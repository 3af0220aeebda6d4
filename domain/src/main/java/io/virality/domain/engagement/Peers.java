package io.virality.domain.engagement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Creators with whom one of them is compared: all of its tier, or of several tiers. */
public final class Peers {

    private final Map<String, Map<Signal.Kind, Signal.Usual>> usual;

    /** Creators to compare: all creators of some tiers. */
    public Peers(List<CreatorFigures> creators) {
        usual = creators.stream().collect(Collectors.groupingBy(CreatorFigures::tier)).entrySet().parallelStream()
                .collect(Collectors.toMap(Map.Entry::getKey, tier -> usual(tier.getKey(), tier.getValue())));
    }

    private static Map<Signal.Kind, Signal.Usual> usual(String tier, List<CreatorFigures> members) {
        Map<Signal.Kind, Signal.Usual> found = new EnumMap<>(Signal.Kind.class);
        for (Signal.Kind kind : Signal.Kind.values()) {
            double[] logarithms = members.stream()
                    .mapToDouble(member -> Math.log(kind.figure(member)))
                    .filter(logarithm -> !Double.isNaN(logarithm))
                    .toArray();
            Signal.Usual.of(tier, logarithms).ifPresent(usual -> found.put(kind, usual));
        }
        return found;
    }

    /** To how many tests the creator's figures can be put. */
    public int tests(CreatorFigures creator) {
        int tests = 0;
        for (Signal.Kind kind : usual.get(creator.tier()).keySet()) {
            tests += Double.isNaN(kind.figure(creator)) ? 0 : 1;
        }
        return tests;
    }

    /** How many figures of a creator are unusual; {@code NaN} where none can be tested. */
    double unusual(CreatorFigures creator) {
        int tests = 0;
        int unusual = 0;
        for (Map.Entry<Signal.Kind, Signal.Usual> known :
                usual.get(creator.tier()).entrySet()) {
            double figure = known.getKey().figure(creator);
            if (!Double.isNaN(figure)) {
                tests++;
                double score = known.getValue().scale().score(Math.log(figure));
                unusual += known.getKey().speaks(score, creator) ? 1 : 0;
            }
        }
        return tests == 0 ? Double.NaN : unusual;
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
}
