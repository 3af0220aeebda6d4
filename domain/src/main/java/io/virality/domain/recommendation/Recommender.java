package io.virality.domain.recommendation;

import io.virality.domain.category.Category;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.CreatorFigures;
import io.virality.domain.engagement.InfluenceScore;
import io.virality.domain.engagement.Peers;
import io.virality.domain.engagement.Signal;
import io.virality.domain.engagement.Standings;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Money;
import io.virality.domain.pricing.Price;
import io.virality.domain.pricing.PriceList;
import io.virality.domain.recommendation.Recommendation.Confidence;
import io.virality.domain.recommendation.Recommendation.Expected;
import io.virality.domain.recommendation.Recommendation.Part;
import io.virality.domain.recommendation.Recommendation.PartScore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Scores candidates for a brief. What they are compared with is the other candidates. The order is greedy: each next one has
 * the highest score given those above it, because novelty depends on these (maximal marginal relevance, Carbonell and
 * Goldstein, 1998).
 */
public final class Recommender {

    private static final int REASONS = 3;
    private static final int MANY_VIDEOS = 20;
    private static final int SOME_VIDEOS = 5;
    private static final int FEWEST_PEERS = 10;

    private static final InfluenceScore.Weights INFLUENCE =
            InfluenceScore.Weights.parse("reach:1, engagement:1, consistency:1, authenticity:1");

    private final Brief brief;
    private final Tiers tiers;
    private final PriceList prices;
    private final Ordering ordering;
    private final Evidence evidence;

    /** What is asked of those alone who are recommended, by their numbers. */
    public interface Evidence {

        /** Which of the brief's words a creator says. */
        List<String> words(long creator);

        /** What the store says of a creator and its videos. */
        Statement statement(long creator);
    }

    /**
     * Recommends for a brief.
     *
     * @param ordering what is best
     * @param evidence of those who are recommended
     */
    public Recommender(Brief brief, Tiers tiers, Ordering ordering, Evidence evidence) {
        this.brief = brief;
        this.tiers = tiers;
        this.ordering = ordering;
        this.evidence = evidence;
        this.prices = PriceList.assumed(brief.budget().map(Money::currency).orElse(PriceList.DOLLAR), tiers);
    }

    /**
     * The best of the candidates.
     *
     * @param found creators that answer to the brief's words
     * @param most at most so many
     */
    public Recommendations recommend(List<Candidate> found, int most) {
        Screening.Screened screened = new Screening(brief, tiers).screen(found);
        List<Candidate> candidates = screened.kept();
        List<Scored> scored = scored(candidates);
        List<Recommendation> recommended = new ArrayList<>();
        while (recommended.size() < most && !scored.isEmpty()) {
            Scored best = scored.stream()
                    .max(Comparator.comparingDouble(Scored::rating)
                            .thenComparing(Scored::score)
                            .thenComparing(one -> one.candidate.portrait().creator(), Comparator.reverseOrder()))
                    .orElseThrow();
            scored.remove(best);
            recommended.add(best.recommendation());
            scored.forEach(other -> other.standBelow(best));
        }
        List<String> notes = new ArrayList<>();
        if (brief.goal() == Goal.SALES) {
            notes.add(
                    "Sales: nothing predicts a creator's sales yet, so likes, comments and shares stand in for them.");
        }
        if (!prices.currency().equals(PriceList.DOLLAR)) {
            notes.add("Prices that nobody told rest on a rule of thumb in US dollars, taken for as many "
                    + prices.currency().getCurrencyCode() + ".");
        }
        return new Recommendations(
                brief,
                ordering,
                Optional.empty(),
                recommended,
                candidates.size(),
                screened.leftOut(),
                notes,
                origin(candidates),
                candidates.stream()
                        .map(candidate -> candidate.portrait().observedAt())
                        .max(Comparator.naturalOrder()));
    }

    private List<Scored> scored(List<Candidate> candidates) {
        Expectations expectations = new Expectations(
                candidates.stream().map(Candidate::portrait).toList(), brief.goal() != Goal.REACH, tiers);
        List<CreatorFigures> figures = candidates.stream()
                .map(candidate -> figures(candidate.portrait()))
                .toList();
        Peers peers = new Peers(figures);
        Standings standings = new Standings(figures, peers, 0, candidates.size(), FEWEST_PEERS);
        List<Scored> scored = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            scored.add(new Scored(
                    candidates.get(i), expectations, peers.signals(figures.get(i)), standings.influence(i, INFLUENCE)));
        }
        double[] expected = scored.stream()
                .flatMap(one -> one.expected.stream())
                .mapToDouble(Expected::value)
                .sorted()
                .toArray();
        double[] forPrice = scored.stream()
                .flatMapToDouble(one -> one.forPrice().stream())
                .sorted()
                .toArray();
        scored.forEach(one -> one.compare(expected, forPrice));
        return scored;
    }

    private CreatorFigures figures(Portrait portrait) {
        double[] views =
                Arrays.stream(portrait.views()).filter(count -> count > 0).toArray();
        double mean = Arrays.stream(views).average().orElse(Double.NaN);
        double spread = views.length < SOME_VIDEOS
                ? Double.NaN
                : Math.log(mean) - Arrays.stream(views).map(Math::log).average().orElse(Double.NaN);
        return new CreatorFigures(
                tier(portrait).name(),
                portrait.profile().region(),
                portrait.followers().isPresent() ? portrait.followers().getAsLong() : Double.NaN,
                Double.NaN,
                portrait.engagement().orElse(Double.NaN),
                Double.NaN,
                spread,
                Double.NaN,
                Double.NaN,
                Double.NaN);
    }

    private Tier tier(Portrait portrait) {
        return tiers.of(portrait.followers().orElse(0));
    }

    private static Origin origin(List<Candidate> candidates) {
        List<Origin> origins = candidates.stream()
                .map(candidate -> candidate.portrait().origin())
                .distinct()
                .toList();
        return origins.size() == 1 ? origins.get(0) : origins.isEmpty() ? Origin.REAL : Origin.MIXED;
    }

    /** The share of values that are not above one. */
    private static double share(double[] ascending, double value) {
        int place = Arrays.binarySearch(ascending, value);
        int until = place < 0 ? -place - 1 : place;
        while (until < ascending.length && ascending[until] <= value) {
            until++;
        }
        return ascending.length == 0 ? 0 : (double) until / ascending.length;
    }

    private static double amount(Money money) {
        return money.amount().doubleValue();
    }

    private static String count(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /** A candidate on its way to its place. */
    private final class Scored {

        private final Candidate candidate;
        private final Optional<Expected> expected;
        private final Optional<Price> price;
        private final List<Signal> signals;
        private final OptionalDouble influence;
        private final Set<String> hashtags = new HashSet<>();
        private final List<String> fits = new ArrayList<>();
        private final List<String> unknown = new ArrayList<>();
        private final Map<Part, Double> values = new EnumMap<>(Part.class);
        private double likest;
        private String likestHandle = "";

        Scored(Candidate candidate, Expectations expectations, List<Signal> signals, InfluenceScore influence) {
            this.candidate = candidate;
            Portrait portrait = candidate.portrait();
            Tier tier = tier(portrait);
            this.expected = expectations.of(portrait);
            this.price = prices.of(
                    candidate.fee(),
                    portrait.medianViews(),
                    tier,
                    portrait.profile().region());
            this.signals = signals;
            this.influence = influence.total();
            portrait.posts()
                    .forEach(post -> post.hashtags().forEach(tag -> hashtags.add(tag.toLowerCase(Locale.ROOT))));
            fit(portrait);
        }

        private void fit(Portrait portrait) {
            int asked = 0;
            if (!brief.regions().isEmpty()) {
                asked++;
                told("country", portrait.profile().region());
            }
            if (!brief.languages().isEmpty()) {
                asked++;
                told("language", portrait.profile().language());
            }
            if (!brief.categories().isEmpty()) {
                asked++;
                told(
                        "category",
                        Optional.of(Screening.categories(portrait))
                                .filter(all -> !all.isEmpty())
                                .map(all -> all.stream().map(Category::id).collect(Collectors.joining(", "))));
            }
            Set<String> words = Screening.words(portrait);
            List<String> nice = brief.niceToHave().stream()
                    .filter(term -> Screening.says(words, term))
                    .toList();
            if (!nice.isEmpty()) {
                fits.add("says " + String.join(", ", nice));
            }
            asked += brief.niceToHave().size();
            double matched = fits.size() - (nice.isEmpty() ? 0 : 1) + nice.size();
            values.put(Part.FIT, asked == 0 ? 1 : matched / asked);
        }

        private void told(String what, Optional<String> known) {
            known.ifPresentOrElse(value -> fits.add(what + " " + value), () -> unknown.add(what));
        }

        OptionalDouble forPrice() {
            return expected.isPresent() && price.isPresent()
                    ? OptionalDouble.of(
                            expected.get().value() / amount(price.get().likely()))
                    : OptionalDouble.empty();
        }

        void compare(double[] allExpected, double[] allForPrice) {
            values.put(Part.RELEVANCE, candidate.relevance());
            values.put(
                    Part.PERFORMANCE,
                    expected.map(one -> share(allExpected, one.value())).orElse(0.0));
            double trust = influence.orElse(50) / 100;
            values.put(Part.CREDIBILITY, signals.isEmpty() ? trust : trust / 2);
            values.put(
                    Part.PRICE,
                    forPrice().isPresent() ? share(allForPrice, forPrice().getAsDouble()) : 0);
            values.put(Part.NOVELTY, 1.0);
        }

        /** Jaccard's likeness of their hashtags. */
        void standBelow(Scored other) {
            long common = hashtags.stream().filter(other.hashtags::contains).count();
            long all = hashtags.size() + other.hashtags.size() - common;
            double like = all == 0 ? 0 : (double) common / all;
            if (like > likest) {
                likest = like;
                likestHandle = other.name();
                values.put(Part.NOVELTY, 1 - like);
            }
        }

        String name() {
            return candidate
                    .portrait()
                    .handle()
                    .map(handle -> "@" + handle.name())
                    .orElse("a creator without a handle");
        }

        double score() {
            return parts().stream().mapToDouble(PartScore::contribution).sum();
        }

        /** By what the list is ordered. */
        double rating() {
            Portrait portrait = candidate.portrait();
            return switch (ordering.by()) {
                case SCORE -> score();
                case MOST_FOLLOWERS -> portrait.followers().orElse(0);
                case HIGHEST_ENGAGEMENT -> portrait.engagement().orElse(0);
                case BM25 -> candidate.bm25().orElse(0);
                case SEMANTIC -> candidate.cosine().orElse(-1);
                case HYBRID -> candidate.relevance();
            };
        }

        private List<PartScore> parts() {
            Weights weights = brief.weights();
            List<PartScore> parts = new ArrayList<>();
            for (Part part : Part.values()) {
                double weight =
                        switch (part) {
                            case RELEVANCE -> weights.relevance();
                            case PERFORMANCE -> weights.performance();
                            case FIT -> weights.fit();
                            case CREDIBILITY -> weights.credibility();
                            case PRICE -> weights.price();
                            case NOVELTY -> weights.novelty();
                        };
                parts.add(new PartScore(part, values.get(part), weight, values.get(part) * weight));
            }
            return parts;
        }

        Recommendation recommendation() {
            Map<Part, String> reasons = new LinkedHashMap<>();
            parts().stream()
                    .sorted(Comparator.comparingDouble(PartScore::contribution).reversed())
                    .forEach(part -> reason(part.part())
                            .filter(words -> reasons.size() < REASONS)
                            .ifPresent(words -> reasons.put(part.part(), words)));
            return new Recommendation(
                    candidate,
                    candidate.portrait().followers().isPresent()
                            ? tier(candidate.portrait()).name()
                            : "unknown",
                    score(),
                    parts(),
                    expected,
                    price,
                    List.copyOf(reasons.values()),
                    List.copyOf(reasons.keySet()),
                    evidence.statement(candidate.portrait().creator()),
                    against(),
                    confidence());
        }

        private Optional<String> reason(Part part) {
            return switch (part) {
                case RELEVANCE -> relevance(evidence.words(candidate.portrait().creator()));
                case PERFORMANCE ->
                    expected.map(one -> "A usual video gets about " + count(one.value()) + " " + one.what() + " ("
                            + count(one.interval().low()) + " to "
                            + count(one.interval().high()) + ", from " + one.videos()
                            + " videos): more than or as many as " + percent(values.get(part)) + " of the candidates.");
                case FIT ->
                    fits.isEmpty() ? Optional.empty() : Optional.of("As asked: " + String.join("; ", fits) + ".");
                case CREDIBILITY ->
                    influence.isEmpty()
                            ? Optional.empty()
                            : Optional.of(String.format(
                                    Locale.ROOT,
                                    "Influence %.0f of 100 among the candidates%s.",
                                    influence.getAsDouble(),
                                    signals.isEmpty() ? ", and no figure is unusual" : ""));
                case PRICE ->
                    price.flatMap(one -> expected.map(outcome -> String.format(
                            Locale.ROOT,
                            "Costs an estimated %,.0f %s a video (%,.0f to %,.0f): %,.0f %s for each 100.",
                            amount(one.likely()),
                            prices.currency().getCurrencyCode(),
                            amount(one.low()),
                            amount(one.high()),
                            100 * outcome.value() / amount(one.likely()),
                            outcome.what())));
                case NOVELTY ->
                    likest == 0
                            ? Optional.of("Shares no hashtag with those above.")
                            : Optional.of("Shares few hashtags with those above: at most " + percent(likest) + ", with "
                                    + likestHandle + ".");
            };
        }

        private Optional<String> relevance(List<String> said) {
            if (said.isEmpty() && candidate.cosine().isEmpty()) {
                return Optional.empty();
            }
            return Optional.of("Suits the brief: "
                    + (said.isEmpty() ? "none of its words, but a like meaning" : "says " + String.join(", ", said))
                    + (candidate.cosine().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    " (closeness of meaning %.2f of 1)",
                                    candidate.cosine().getAsDouble())
                            : "")
                    + ".");
        }

        private List<String> against() {
            List<String> against = new ArrayList<>();
            signals.forEach(signal -> against.add("Look closer: " + signal.reason() + "."));
            int videos = expected.map(Expected::videos).orElse(0);
            if (videos == 0) {
                against.add("No video's counts are known: what is expected is what its peers get.");
            } else if (videos < SOME_VIDEOS) {
                against.add("Only " + videos + (videos == 1 ? " video is" : " videos are")
                        + " counted: what is expected rests to "
                        + percent(1 - expected.orElseThrow().ownWeight())
                        + " on its peers.");
            }
            if (!unknown.isEmpty()) {
                against.add("Not known: " + String.join(", ", unknown) + ".");
            }
            brief.budget()
                    .flatMap(money ->
                            price.filter(one -> one.low().minus(money).amount().signum() > 0))
                    .ifPresent(one -> against.add(String.format(
                            Locale.ROOT,
                            "Even the lowest estimate, %,.0f %s, is above the budget.",
                            amount(one.low()),
                            prices.currency().getCurrencyCode())));
            if (values.get(Part.PERFORMANCE) < .25 && videos > 0) {
                against.add("Three of four candidates get more "
                        + expected.orElseThrow().what() + ".");
            }
            return against;
        }

        private Confidence confidence() {
            int videos = expected.map(Expected::videos).orElse(0);
            if (videos >= MANY_VIDEOS && unknown.isEmpty() && signals.isEmpty()) {
                return Confidence.HIGH;
            }
            return videos >= SOME_VIDEOS ? Confidence.MEDIUM : Confidence.LOW;
        }
    }
}
