package io.virality.domain.recommendation;

import io.virality.domain.creator.Tiers;
import io.virality.domain.recommendation.Recommendation.Expected;
import io.virality.domain.stats.Interval;
import io.virality.domain.stats.ShrunkMeans;
import io.virality.domain.stats.ShrunkMeans.ShrunkMean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be expected of a creator's video. Views and interactions are taken as log-normal. The mean of a creator's
 * logarithms is drawn towards that of its tier, or of the whole crowd where its tier is small, by as much as it is unsure.
 */
public final class Expectations {

    /** Among fewer of its tier a creator is compared with all of the crowd. */
    private static final int FEWEST_OF_TIER = 5;

    /** As many videos' worth of belief in the spread of the tier's videos. */
    private static final double PRIOR_VIDEOS = 5;

    private static final String ALL = "";

    private final boolean interactions;
    private final Tiers tiers;
    private final Map<String, ShrunkMeans> means = new HashMap<>();

    /**
     * Learns what is usual.
     *
     * @param crowd of creators who are compared
     * @param interactions whether likes, comments and shares are expected; else views
     * @param tiers in force
     */
    public Expectations(Collection<Portrait> crowd, boolean interactions, Tiers tiers) {
        this.interactions = interactions;
        this.tiers = tiers;
        Map<String, List<double[]>> samples = new HashMap<>();
        for (Portrait portrait : crowd) {
            double[] sample = sample(portrait);
            if (sample.length > 0) {
                samples.computeIfAbsent(ALL, all -> new ArrayList<>()).add(sample);
                samples.computeIfAbsent(tier(portrait), tier -> new ArrayList<>())
                        .add(sample);
            }
        }
        samples.forEach((tier, of) -> {
            boolean repeated = of.stream().anyMatch(sample -> sample.length > 1);
            if (repeated && of.size() >= (tier.equals(ALL) ? 2 : FEWEST_OF_TIER)) {
                means.put(tier, ShrunkMeans.of(of));
            }
        });
    }

    /**
     * What one video may bring: log-normal.
     *
     * @param usual the middle one
     * @param spread by how much videos of the creator differ: standard deviation of the logarithm
     * @param doubt how badly the usual is known: standard deviation of its logarithm
     * @param videos on how many of the creator's own it rests
     */
    public record OneVideo(double usual, double spread, double doubt, int videos) {

        /** What videos bring on average: more than the usual one, as few bring very much. */
        public double mean() {
            return usual * Math.exp(spread * spread / 2);
        }
    }

    /** What a usual video of the creator brings; empty if the crowd's videos tell nothing. */
    public Optional<Expected> of(Portrait portrait) {
        return known(portrait).map(known -> {
            ShrunkMean mean = known.of(sample(portrait));
            Interval logarithms = mean.interval(Interval.USUAL_CONFIDENCE);
            return new Expected(
                    interactions ? "likes, comments and shares" : "views",
                    count(mean.value()),
                    new Interval(count(logarithms.low()), count(logarithms.high()), logarithms.confidence()),
                    Math.expm1(mean.own()),
                    count(known.centre()),
                    means.containsKey(tier(portrait)) ? "candidates of tier " + tier(portrait) : "all candidates",
                    mean.n(),
                    mean.weight());
        });
    }

    /** What one video of the creator may bring; empty if the crowd's videos tell nothing. */
    public Optional<OneVideo> oneVideo(Portrait portrait) {
        return known(portrait).map(known -> {
            double[] sample = sample(portrait);
            ShrunkMean mean = known.of(sample);
            double squares = Arrays.stream(sample)
                    .map(log -> (log - mean.own()) * (log - mean.own()))
                    .sum();
            double variance =
                    (PRIOR_VIDEOS * known.within() + squares) / (PRIOR_VIDEOS + Math.max(0, sample.length - 1));
            return new OneVideo(count(mean.value()), Math.sqrt(variance), mean.deviation(), mean.n());
        });
    }

    private Optional<ShrunkMeans> known(Portrait portrait) {
        return Optional.ofNullable(means.getOrDefault(tier(portrait), means.get(ALL)));
    }

    private String tier(Portrait portrait) {
        return tiers.of(portrait.followers().orElse(0)).name();
    }

    private double[] sample(Portrait portrait) {
        return interactions
                ? portrait.posts().stream()
                        .filter(post -> post.interactions().isPresent())
                        .mapToDouble(post -> Math.log1p(post.interactions().getAsLong()))
                        .toArray()
                : Arrays.stream(portrait.views()).map(Math::log1p).toArray();
    }

    private static double count(double logarithm) {
        return Math.max(0, Math.expm1(logarithm));
    }
}
