package io.virality.domain.portfolio;

import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.pricing.Price;
import io.virality.domain.pricing.PriceList;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Goal;
import io.virality.domain.stats.PooledEffects;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The creators that a brief asks for, with what they cost and what they are worth. Views of a creator's next video are
 * log-normal; the mean of their logarithm is drawn towards that of the creator's tier by as much as it is unsure, so that
 * one lucky video does not win, and their spread towards the tier's.
 */
public final class Prospects {

    /** Of a creator with fewer videos nothing is expected. */
    public static final int FEWEST_VIDEOS = 3;

    /** Among more creators the best set is not looked for. */
    public static final int MOST_CANDIDATES = 1_000;

    /** As many videos' worth of belief in the tier's spread. */
    private static final double PRIOR_VIDEOS = 5;

    private final Brief brief;
    private final Budget budget;
    private final Tiers tiers;
    private final Worth worth;
    private final PriceList prices;
    private final Map<String, Price> given;

    /**
     * How to find them.
     *
     * @param brief what is asked for
     * @param budget who costs more is no candidate
     * @param tiers in force
     * @param worth of the goal
     * @param prices where none is given
     * @param given prices by handle
     */
    public Prospects(Brief brief, Budget budget, Tiers tiers, Worth worth, PriceList prices, Map<String, Price> given) {
        this.brief = brief;
        this.budget = budget;
        this.tiers = tiers;
        this.worth = worth;
        this.prices = prices;
        this.given = Map.copyOf(given);
    }

    /**
     * Candidates, and how many creators are none.
     *
     * @param candidates at most {@link #MOST_CANDIDATES}
     * @param fewVideos with too few videos whose views are known
     * @param notAsked for which the brief did not ask, or whom it excludes
     * @param withoutFigures of whom nothing is told of the goal: no interactions, or no sales
     * @param unaffordable whose likely price is more than the whole budget
     * @param beyond who would be candidates, but promise less for their price than those that are
     */
    public record Found(
            List<Candidate> candidates,
            long fewVideos,
            long notAsked,
            long withoutFigures,
            long unaffordable,
            long beyond) {

        /** A copy is kept. */
        public Found {
            candidates = List.copyOf(candidates);
        }
    }

    /** A creator's row, and what of it holds for the brief. */
    private record Asked(Row row, String tier, Optional<String> category) {

        double videos() {
            return row.number("videos");
        }

        double mean() {
            return row.number("log_views");
        }

        /** The sum of squared deviations of the logarithms. */
        double squares() {
            return Math.max(0, videos() * (row.number("log_squares") - mean() * mean()));
        }
    }

    /** Those among all creators whose figures are told. */
    public Found among(Evidence evidence) {
        List<Row> watched = evidence.rows().stream()
                .filter(row -> row.text("handle") != null && row.count("videos") >= FEWEST_VIDEOS)
                .toList();
        Map<String, List<Asked>> byTier = watched.stream()
                .map(row -> new Asked(row, tiers.of(row.count("followers")).name(), Optional.empty()))
                .collect(Collectors.groupingBy(Asked::tier, LinkedHashMap::new, Collectors.toList()));
        double goalRate = salesPerView(watched);
        List<Candidate> candidates = new ArrayList<>();
        long asked = 0;
        long told = 0;
        for (List<Asked> tier : byTier.values()) {
            List<Optional<Asked>> wanted = tier.stream().map(this::asked).toList();
            double spread = spread(tier);
            PooledEffects means = new PooledEffects(
                    tier.stream().mapToDouble(Asked::mean).toArray(),
                    tier.stream()
                            .mapToDouble(each -> spread / Math.sqrt(each.videos()))
                            .toArray());
            double[] shrunk = means.shrunk();
            for (int i = 0; i < shrunk.length; i++) {
                if (wanted.get(i).isPresent()) {
                    asked++;
                    Asked creator = wanted.get(i).get();
                    double perView = perView(creator.row(), goalRate);
                    if (!Double.isNaN(perView)) {
                        told++;
                        candidates.add(candidate(creator, shrunk[i], spread, means, perView));
                    }
                }
            }
        }
        List<Candidate> affordable = candidates.stream()
                .filter(candidate -> budget.allows(List.of(candidate)))
                .toList();
        List<Candidate> most = promising(affordable);
        return new Found(
                most,
                evidence.rows().size() - watched.size() + evidence.withoutValue(),
                watched.size() - asked,
                asked - told,
                told - affordable.size(),
                affordable.size() - most.size());
    }

    private Optional<Asked> asked(Asked creator) {
        Row row = creator.row();
        if (brief.exclusions().stream().map(Handle::name).anyMatch(row.text("handle")::equals)
                || !asksFor(brief.regions(), row.text("region"))
                || !asksFor(brief.languages(), row.text("language"))
                || !asksFor(brief.tiers(), creator.tier())) {
            return Optional.empty();
        }
        String told = row.text("category");
        // What a source tells counts before what is predicted.
        Set<Category> meant = Stream.of(told, row.text("predicted"))
                .filter(Objects::nonNull)
                .map(Category::meant)
                .findFirst()
                .orElse(Set.of());
        Optional<Category> category = meant.stream()
                .filter(each ->
                        brief.categories().isEmpty() || brief.categories().contains(each))
                .findFirst();
        return category.isEmpty() && !brief.categories().isEmpty()
                ? Optional.empty()
                : Optional.of(new Asked(
                        row, creator.tier(), category.map(Category::id).or(() -> Optional.ofNullable(told)
                                .map(word -> word.toLowerCase(Locale.ROOT)))));
    }

    /** Whether one of the codes, in whatever letters, is meant; nothing asked for is all. */
    private static boolean asksFor(Set<String> asked, String value) {
        return asked.isEmpty() || value != null && asked.stream().anyMatch(value::equalsIgnoreCase);
    }

    /** The pooled standard deviation of the logarithms; above 0. */
    private static double spread(List<Asked> tier) {
        double freedom = tier.stream().mapToDouble(each -> each.videos() - 1).sum();
        double squares = tier.stream().mapToDouble(Asked::squares).sum();
        return Math.max(1e-6, Math.sqrt(squares / freedom));
    }

    private Candidate candidate(Asked creator, double mean, double tierSpread, PooledEffects means, double perView) {
        double spread = Math.sqrt(
                (PRIOR_VIDEOS * tierSpread * tierSpread + creator.squares()) / (PRIOR_VIDEOS + creator.videos() - 1));
        double error = tierSpread * tierSpread / creator.videos();
        double doubt = Math.sqrt(means.between() * error / (means.between() + error));
        Row row = creator.row();
        Optional<String> region = Optional.ofNullable(row.text("region")).map(code -> code.toUpperCase(Locale.ROOT));
        Price told = given.get(row.text("handle"));
        return new Candidate(
                row.text("handle"),
                creator.tier(),
                region,
                creator.category(),
                row.count("videos"),
                told == null ? prices.estimate(row.number("median_views"), tiers.named(creator.tier()), region) : told,
                new Value(Math.min(Price.LARGEST, perView * Math.exp(mean + spread * spread / 2)), spread, doubt));
    }

    /** What a view of the creator's is worth; {@code NaN} if nothing is told of the goal. */
    private double perView(Row row, double usualSales) {
        double each = worth.each().doubleValue();
        return switch (worth.goal()) {
            case REACH -> each / 1_000;
            case ENGAGEMENT -> each * row.number("engagement");
            case SALES -> {
                // As many views' worth of belief in the usual rate as the creator has.
                double views = row.number("views");
                yield each * (Math.max(0, row.number("net_sales")) + usualSales * views) / (2 * views);
            }
        };
    }

    /** Net sales of all creators who sell, by their views. */
    private double salesPerView(List<Row> rows) {
        if (worth.goal() != Goal.SALES) {
            return Double.NaN;
        }
        List<Row> sellers = rows.stream()
                .filter(row -> !Double.isNaN(row.number("net_sales")))
                .toList();
        return sellers.stream().mapToDouble(row -> row.number("net_sales")).sum()
                / sellers.stream().mapToDouble(row -> row.number("views")).sum();
    }

    /** Half of them those that promise most, the others those that promise most for their price. */
    private static List<Candidate> promising(List<Candidate> all) {
        if (all.size() <= MOST_CANDIDATES) {
            return all;
        }
        Comparator<Candidate> byNet = Comparator.comparingDouble(
                candidate -> -candidate.expectedNet().amount().doubleValue());
        Comparator<Candidate> byPrice =
                Comparator.comparingDouble(candidate -> -candidate.value().expected()
                        / Math.max(1e-4, candidate.price().likely().amount().doubleValue()));
        Set<Candidate> most = new LinkedHashSet<>();
        all.stream().sorted(byNet).limit(MOST_CANDIDATES / 2).forEach(most::add);
        all.stream()
                .sorted(byPrice)
                .filter(candidate -> !most.contains(candidate))
                .limit(MOST_CANDIDATES - most.size())
                .toList()
                .forEach(most::add);
        return List.copyOf(most);
    }
}
