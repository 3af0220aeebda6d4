package io.virality.domain.recommendation;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.recommendation.RankingTrial.Figure;
import io.virality.domain.recommendation.RankingTrial.RankerScore;
import io.virality.domain.stats.Bootstrap;
import io.virality.domain.stats.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Asks rankers who works for brands, on partnerships that took place, and chooses by the answers. All that shows the
 * partnerships is hidden from them first: {@link #withoutTraces}.
 */
public final class RankingStudy {

    /** With fewer brands no interval says anything. */
    public static final int FEWEST_BRANDS = 5;

    private static final int PLACES = 10;
    private static final int MORE_PLACES = 50;
    private static final int RESAMPLES = 2_000;

    private final Crowd crowd;
    private final List<Partnership> partnerships;
    private final Map<String, float[]> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Rankers rankers;
    private final Tiers tiers;
    private final long seed;

    /**
     * @param creators {@link #withoutTraces}
     * @param vectors what the text of each means
     * @param partnerships of these creators and others
     * @param names what the name of each brand means
     * @param learner learns whom brands work with
     * @param tiers the size classes in force
     * @param seed of all that is left to chance
     */
    public RankingStudy(
            List<Portrait> creators,
            float[][] vectors,
            List<Partnership> partnerships,
            Map<String, float[]> names,
            FitLearner learner,
            Tiers tiers,
            long seed) {
        this.crowd = new Crowd(creators, vectors);
        this.partnerships = List.copyOf(partnerships);
        this.names = Map.copyOf(names);
        this.rankers = new Rankers(crowd, learner, seed);
        this.tiers = tiers;
        this.seed = seed;
        for (int i = 0; i < creators.size(); i++) {
            int place = i;
            creators.get(i).handle().ifPresent(handle -> places.putIfAbsent(handle.name(), place));
        }
    }

    /**
     * The creators without the videos and biographies that name any of the brands: what is left is what they would say
     * without these partnerships.
     */
    public static List<Portrait> withoutTraces(List<Portrait> creators, Collection<Partnership> partnerships) {
        BrandMentions mentions = new BrandMentions(partnerships);
        return creators.stream().map(creator -> creator.without(mentions)).toList();
    }

    /** The brands of which a partner is among the creators, by name. */
    public static List<String> brands(List<Portrait> creators, List<Partnership> partnerships) {
        Set<String> handles = creators.stream()
                .flatMap(creator -> creator.handle().stream())
                .map(Handle::name)
                .collect(Collectors.toSet());
        return partnerships.stream()
                .filter(pair -> handles.contains(pair.handle()))
                .map(Partnership::brand)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What each ranker was worth.
     *
     * @param progress is told which is asked
     */
    public RankingEvaluation evaluate(Consumer<String> progress) {
        List<Partnership> known = partnerships.stream()
                .filter(pair -> places.containsKey(pair.handle()))
                .toList();
        Map<String, List<Partnership>> byBrand =
                known.stream().collect(Collectors.groupingBy(Partnership::brand, TreeMap::new, Collectors.toList()));
        List<BrandQuestion> all = new ArrayList<>();
        List<BrandQuestion> later = new ArrayList<>();
        byBrand.forEach((brand, pairs) -> {
            all.add(question(brand, List.of(), pairs));
            firstLaterDay(pairs)
                    .ifPresent(day -> later.add(question(
                            brand,
                            pairs.stream()
                                    .filter(pair -> pair.first().orElseThrow() < day)
                                    .toList(),
                            pairs.stream()
                                    .filter(pair -> pair.first().orElseThrow() >= day)
                                    .toList())));
        });
        RankingTrial newBrand = trial(
                "leave-brand-out: for each brand all creators are ranked by the brand's name alone, and all its partners are to"
                        + " be found; what is learnt, is learnt from the other brands. Videos and biographies that name any"
                        + " of the brands are hidden from all rankers, with all their hashtags. Means over brands;"
                        + " intervals by drawing brands anew.",
                all,
                progress);
        Optional<RankingTrial> nextPartner = later.size() < FEWEST_BRANDS
                ? Optional.empty()
                : Optional.of(trial(
                        "time-split: for each brand with partners that began on different days, the earlier half of them is"
                                + " known, and the later ones are to be found among all other creators; what is learnt, is"
                                + " learnt from the other brands. The same is hidden as above; what creators said otherwise"
                                + " is of any time.",
                        later,
                        progress));
        List<String> notes = new ArrayList<>();
        if (nextPartner.isEmpty()) {
            notes.add("Time-split not asked: fewer than " + FEWEST_BRANDS
                    + " brands have partners that began on different days.");
        }
        int[] everybody = IntStream.range(0, crowd.size()).toArray();
        return new RankingEvaluation(
                newBrand,
                nextPartner,
                crowd.size(),
                known.size(),
                (int) known.stream().filter(pair -> !pair.strong()).count(),
                partnerships.size() - known.size(),
                shares(everybody, this::tier),
                shares(everybody, this::region),
                notes,
                origin(),
                IntStream.of(everybody)
                        .mapToObj(i -> crowd.portrait(i).observedAt())
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH));
    }

    /** The day from which on partners are later ones: at least half of the others, and at least one, began before it. */
    private static Optional<Double> firstLaterDay(List<Partnership> pairs) {
        if (pairs.stream().anyMatch(pair -> pair.first().isEmpty())) {
            return Optional.empty();
        }
        double[] days = pairs.stream()
                .mapToDouble(pair -> pair.first().getAsDouble())
                .sorted()
                .toArray();
        return DoubleStream.of(days)
                .skip(Math.max(1, days.length / 2))
                .filter(day -> day > days[0])
                .boxed()
                .findFirst();
    }

    private BrandQuestion question(String brand, List<Partnership> known, List<Partnership> asked) {
        boolean[] partners = new boolean[crowd.size()];
        boolean[] strong = new boolean[crowd.size()];
        for (Partnership pair : asked) {
            partners[places.get(pair.handle())] = true;
            strong[places.get(pair.handle())] |= pair.strong();
        }
        int[] told = known.stream()
                .mapToInt(pair -> places.get(pair.handle()))
                .filter(place -> !partners[place])
                .distinct()
                .toArray();
        return new BrandQuestion(brand, names.get(brand), told, partners, strong);
    }

    private RankingTrial trial(String protocol, List<BrandQuestion> questions, Consumer<String> progress) {
        List<Answers> answers = new ArrayList<>();
        for (Ranker ranker : rankers.all()) {
            progress.accept(ranker.name());
            answers.add(new Answers(ranker, questions));
        }
        Answers best = answers.stream()
                .filter(one -> one.ranker.baseline())
                .max(Comparator.comparingDouble(Answers::ndcg))
                .orElseThrow();
        List<Answers> challengers =
                answers.stream().filter(one -> !one.ranker.baseline()).toList();
        // Several challengers: one of them would beat the baseline by chance more often than each alone.
        double confidence = 1 - (1 - Interval.USUAL_CONFIDENCE) / challengers.size();
        Answers chosen = challengers.stream()
                .filter(one -> one.gain(best, confidence).interval().low() > 0)
                .max(Comparator.comparingDouble(Answers::ndcg))
                .orElse(best);
        String verdict = chosen == best
                ? "No ranker is shown to be better than the best baseline, " + best.ranker.name()
                        + ": the interval of each gain in NDCG@10 holds 0, at " + percent(confidence) + ". So "
                        + best.ranker.name() + " is the default."
                : chosen.ranker.name() + " is better than the best baseline, " + best.ranker.name()
                        + ": the interval of its gain in NDCG@10 lies above 0, at " + percent(confidence) + ".";
        return new RankingTrial(
                protocol,
                questions.size(),
                questions.stream()
                        .mapToInt(question -> count(question.partners()))
                        .sum(),
                answers.stream().map(one -> one.score(best)).toList(),
                best.ranker.name(),
                chosen.ranker.name(),
                verdict);
    }

    /** What one ranker says of each brand. */
    private final class Answers {

        private final Ranker ranker;
        private final List<BrandQuestion> questions;
        private final List<double[]> scores = new ArrayList<>();
        private final List<Ranked> rankings = new ArrayList<>();

        Answers(Ranker ranker, List<BrandQuestion> questions) {
            this.ranker = ranker;
            this.questions = questions;
            for (BrandQuestion question : questions) {
                List<BrandQuestion> lessons =
                        questions.stream().filter(other -> other != question).toList();
                double[] scored = ranker.scores(question, lessons).clone();
                for (int known : question.known()) {
                    scored[known] = Double.NaN;
                }
                scores.add(scored);
                rankings.add(new Ranked(scored, question.partners(), seed + rankings.size()));
            }
        }

        double ndcg() {
            return rankings.stream()
                    .mapToDouble(ranked -> ranked.ndcg(PLACES))
                    .average()
                    .orElseThrow();
        }

        Figure gain(Answers baseline, double confidence) {
            return figure(
                    IntStream.range(0, rankings.size())
                            .mapToDouble(i -> rankings.get(i).ndcg(PLACES)
                                    - baseline.rankings.get(i).ndcg(PLACES))
                            .toArray(),
                    confidence);
        }

        RankerScore score(Answers best) {
            List<int[]> tops =
                    rankings.stream().map(ranked -> ranked.top(PLACES)).toList();
            int[] shown = tops.stream().flatMapToInt(IntStream::of).toArray();
            double[] strong = IntStream.range(0, rankings.size())
                    .filter(i -> count(questions.get(i).strong()) > 0)
                    .mapToDouble(i -> new Ranked(scores.get(i), questions.get(i).strong(), seed).ndcg(PLACES))
                    .toArray();
            return new RankerScore(
                    ranker.name(),
                    ranker.baseline(),
                    mean(ranked -> ranked.ndcg(PLACES)),
                    mean(ranked -> ranked.hit(PLACES)),
                    mean(ranked -> ranked.hit(MORE_PLACES)),
                    mean(Ranked::reciprocalRank),
                    this == best ? Optional.empty() : Optional.of(gain(best, Interval.USUAL_CONFIDENCE)),
                    strong.length < FEWEST_BRANDS
                            ? Optional.empty()
                            : Optional.of(figure(strong, Interval.USUAL_CONFIDENCE)),
                    (double) IntStream.of(shown).distinct().count() / crowd.size(),
                    tops.stream()
                            .mapToDouble(crowd::diversity)
                            .filter(value -> !Double.isNaN(value))
                            .average()
                            .orElse(0),
                    IntStream.of(shown)
                            .mapToDouble(crowd::followersShareBelow)
                            .average()
                            .orElse(0),
                    shares(shown, RankingStudy.this::tier),
                    shares(shown, RankingStudy.this::region));
        }

        private Figure mean(ToDoubleFunction<Ranked> measure) {
            return figure(rankings.stream().mapToDouble(measure).toArray(), Interval.USUAL_CONFIDENCE);
        }
    }

    private Figure figure(double[] values, double confidence) {
        Bootstrap bootstrap = Bootstrap.ofClusters(
                IntStream.range(0, values.length).toArray(),
                times -> IntStream.range(0, values.length)
                                .mapToDouble(i -> times[i] * values[i])
                                .sum()
                        / values.length,
                RESAMPLES,
                seed);
        return new Figure(bootstrap.value(), bootstrap.interval(confidence));
    }

    private String tier(Portrait creator) {
        return creator.followers().isPresent()
                ? tiers.of(creator.followers().getAsLong()).name()
                : "unknown";
    }

    private String region(Portrait creator) {
        return creator.profile().region().orElse("unknown");
    }

    private Map<String, Double> shares(int[] creators, Function<Portrait, String> of) {
        Map<String, Double> shares = new TreeMap<>();
        for (int creator : creators) {
            shares.merge(of.apply(crowd.portrait(creator)), 1.0 / creators.length, Double::sum);
        }
        return shares;
    }

    private Origin origin() {
        List<Origin> origins = IntStream.range(0, crowd.size())
                .mapToObj(i -> crowd.portrait(i).origin())
                .distinct()
                .toList();
        return origins.size() == 1 ? origins.get(0) : Origin.MIXED;
    }

    private static int count(boolean[] flags) {
        int count = 0;
        for (boolean flag : flags) {
            count += flag ? 1 : 0;
        }
        return count;
    }

    private static String percent(double confidence) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * confidence);
    }
}
