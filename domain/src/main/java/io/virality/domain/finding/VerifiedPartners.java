package io.virality.domain.finding;

import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Estimate;
import io.virality.domain.stats.Sample;
import io.virality.domain.stats.TwoSamples;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Sponsored videos of verified creators sell more to those who see them, and are seen by more. */
record VerifiedPartners() implements Claim {

    static final Claim CLAIM = new VerifiedPartners();

    private static final Question QUESTION = new VideoHistory();
    private static final int REPLICATES = 4_000;
    private static final long SEED = 7;
    private static final int FEWEST_IN_TIER = 5;
    private static final String VERIFIED = "verified";
    private static final String OTHERS = "not verified";

    /** A creator with sponsored videos, all of them together. */
    private record Partner(boolean verified, double videos, double views, double orders, double followers) {}

    @Override
    public String id() {
        return "verified-partners-perform";
    }

    @Override
    public String words() {
        return "Partnerships with verified creators convert better and reach further.";
    }

    @Override
    public Hypothesis hypothesis() {
        return new Hypothesis(
                "of sponsored videos of verified creators, divided by those of others: orders by views, all together,"
                        + " resampled by creator; and the median over creators of the views of one video",
                "both ratios are above 1",
                "sponsored videos with views of at least " + TwoGroups.FEWEST
                        + " verified and as many other creators, and" + " orders by the video they came from");
    }

    @Override
    public List<Question> questions() {
        return List.of(QUESTION);
    }

    @Override
    public Trial test(Map<Question, Evidence> evidence) {
        List<Partner> partners = partners(evidence.get(QUESTION).rows());
        List<Partner> verified = partners.stream().filter(Partner::verified).toList();
        List<Partner> others =
                partners.stream().filter(partner -> !partner.verified()).toList();
        List<Effect.Group> groups =
                List.of(new Effect.Group(VERIFIED, verified.size()), new Effect.Group(OTHERS, others.size()));
        List<String> missing = missing(verified, others);
        if (!missing.isEmpty()) {
            return new Trial.Untestable(missing);
        }
        Effect conversion =
                Effect.of("orders by views of verified partners / of others", conversion(List.of(partners)), 1, groups);
        Effect reach = reach(
                        "median views of a video of verified partners / of others",
                        verified,
                        others,
                        groups,
                        partner -> partner.views() / partner.videos())
                .orElseThrow();
        return new Trial.Tested(
                QUESTION,
                List.of(conversion, reach),
                List.of(
                        Check.of(
                                "orders by views within tiers of at least " + FEWEST_IN_TIER + " of each",
                                conversionWithinTiers(partners),
                                conversion),
                        Check.of(
                                "reach adjusted for size: views by followers",
                                reach(
                                        "median views by followers of verified partners / of others",
                                        verified,
                                        others,
                                        groups,
                                        partner ->
                                                partner.views() / partner.videos() / Math.max(1, partner.followers())),
                                reach),
                        Check.of(
                                "mean reach instead of median",
                                samples(verified, others, partner -> partner.views() / partner.videos())
                                        .meanRatio()
                                        .map(mean -> Effect.of(
                                                "mean views of a video of verified partners / of others",
                                                mean,
                                                1,
                                                groups)),
                                reach)),
                List.of(
                        "brands choose whom they sponsor: what is due to the choice and what to the mark is not told"
                                + " apart",
                        "orders of which no video is known do not count"));
    }

    private static List<String> missing(List<Partner> verified, List<Partner> others) {
        List<String> missing = new ArrayList<>();
        if (verified.size() < TwoGroups.FEWEST || others.size() < TwoGroups.FEWEST) {
            missing.add(String.format(
                    Locale.ROOT,
                    "sponsored videos of at least %d creators in each group; known of %,d that are %s and of %,d that are %s",
                    TwoGroups.FEWEST,
                    verified.size(),
                    VERIFIED,
                    others.size(),
                    OTHERS));
        }
        if (sum(verified, Partner::orders) == 0 || sum(others, Partner::orders) == 0) {
            missing.add("orders that came from sponsored videos, in both groups");
        }
        return missing;
    }

    /** Whether a creator is verified must be known. */
    private static List<Partner> partners(List<Row> videos) {
        Map<Long, Partner> partners = new LinkedHashMap<>();
        for (Row video : videos) {
            boolean verified = video.text("verified").equals(VERIFIED);
            if (video.count("sponsored") == 1
                    && (verified || video.text("verified").equals(OTHERS))) {
                partners.merge(
                        video.count("creator"),
                        new Partner(verified, 1, video.count("views"), video.count("orders"), video.count("followers")),
                        (one, other) -> new Partner(
                                verified,
                                one.videos() + 1,
                                one.views() + other.views(),
                                one.orders() + other.orders(),
                                other.followers()));
            }
        }
        return List.copyOf(partners.values());
    }

    private static Optional<Effect> conversionWithinTiers(List<Partner> partners) {
        List<List<Partner>> tiers = Tiers.STANDARD.all().stream()
                .map(tier -> partners.stream()
                        .filter(partner ->
                                Tiers.STANDARD.of((long) partner.followers()).equals(tier))
                        .toList())
                .filter(tier -> Math.min(count(tier, true), count(tier, false)) >= FEWEST_IN_TIER)
                .toList();
        List<Partner> compared = tiers.stream().flatMap(List::stream).toList();
        if (sum(compared.stream().filter(partner -> !partner.verified()).toList(), Partner::orders) == 0) {
            return Optional.empty();
        }
        return Optional.of(Effect.of(
                "orders by views of verified partners / of others within tiers",
                conversion(tiers),
                1,
                List.of(
                        new Effect.Group(VERIFIED, count(compared, true)),
                        new Effect.Group(OTHERS, count(compared, false)))));
    }

    private static long count(List<Partner> partners, boolean verified) {
        return partners.stream()
                .filter(partner -> partner.verified() == verified)
                .count();
    }

    /**
     * How often orders are told by views in one group, compared with the other: Mantel and Haenszel's ratio of rates over
     * strata (Greenland and Robins, Estimation of a Common Effect Parameter from Sparse Follow-Up Data, Biometrics 41, 1985);
     * of one stratum the plain ratio.
     */
    private static Estimate conversion(List<List<Partner>> strata) {
        List<Partner> partners = strata.stream().flatMap(List::stream).toList();
        int[] stratum = IntStream.range(0, strata.size())
                .flatMap(i -> strata.get(i).stream().mapToInt(partner -> i))
                .toArray();
        return Bootstrap.ofClusters(
                IntStream.range(0, partners.size()).toArray(),
                times -> {
                    double[][] orders = new double[strata.size()][2];
                    double[][] views = new double[strata.size()][2];
                    for (int i = 0; i < times.length; i++) {
                        Partner partner = partners.get(i);
                        int group = partner.verified() ? 1 : 0;
                        orders[stratum[i]][group] += times[i] * partner.orders();
                        views[stratum[i]][group] += times[i] * partner.views();
                    }
                    double verified = 0;
                    double others = 0;
                    for (int i = 0; i < orders.length; i++) {
                        double all = views[i][0] + views[i][1];
                        verified += all > 0 ? orders[i][1] * views[i][0] / all : 0;
                        others += all > 0 ? orders[i][0] * views[i][1] / all : 0;
                    }
                    return others > 0 ? verified / others : Double.NaN;
                },
                REPLICATES,
                SEED);
    }

    private static Optional<Effect> reach(
            String name,
            List<Partner> verified,
            List<Partner> others,
            List<Effect.Group> groups,
            ToDoubleFunction<Partner> figure) {
        return samples(verified, others, figure)
                .medianRatio(REPLICATES, SEED)
                .map(estimate -> Effect.of(name, estimate, 1, groups));
    }

    private static TwoSamples samples(List<Partner> verified, List<Partner> others, ToDoubleFunction<Partner> figure) {
        return new TwoSamples(
                Sample.of(verified.stream().mapToDouble(figure).toArray()),
                Sample.of(others.stream().mapToDouble(figure).toArray()));
    }

    private static double sum(List<Partner> partners, ToDoubleFunction<Partner> figure) {
        return partners.stream().mapToDouble(figure).sum();
    }
}
