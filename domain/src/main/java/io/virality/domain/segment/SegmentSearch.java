package io.virality.domain.segment;

import io.virality.domain.model.TrainingProgress;
import io.virality.domain.stats.PrincipalComponents;
import io.virality.domain.stats.Sample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Looks for groups of rows, and whether they are more than what any method finds in rows without groups.
 *
 * <ol>
 *   <li>How many: of k-means the largest number from 2 to {@value #MOST_GROUPS} whose prediction strength is at least
 *       {@value #LEAST_STRENGTH} on a sample of {@value #SAMPLE} rows (Tibshirani and Walther, Cluster validation by
 *       prediction strength, 2005), else the one with the highest mean silhouette; HDBSCAN says itself.
 *   <li>Whether: its silhouette must be higher than in every one of {@value #REFERENCES} samples without groups of two
 *       kinds, a normal cloud and a uniform box, both with the covariance of the rows, whichever number of groups suits these best; the first that is not lower ends this.
 *   <li>Which hold: rows are drawn anew {@value #RESAMPLES} times and grouped anew; a group holds if it comes back with a
 *       mean Jaccard likeness of at least {@value #LEAST_STABILITY} (Hennig, Cluster-wise assessment of cluster stability,
 *       2007). Of k-means the rows are drawn with replacement; of HDBSCAN half of them without, as rows drawn twice lie
 *       dense by themselves.
 * </ol>
 */
public final class SegmentSearch {

    /** Fewer rows are not grouped. */
    public static final int FEWEST_ROWS = 50;

    /** More groups are not looked for. */
    public static final int MOST_GROUPS = 8;

    /** On so many rows the number of groups is chosen. */
    public static final int SAMPLE = 400;

    /** The prediction strength of groups that others would find, too. */
    public static final double LEAST_STRENGTH = .8;

    private static final int SPLITS = 10;

    /** So many samples without groups of each kind. */
    public static final int REFERENCES = 20;

    /** So often rows are drawn anew. */
    public static final int RESAMPLES = 50;

    /** From so many rows. */
    public static final int RESAMPLED_ROWS = 1_000;

    /** A group that comes back less like itself does not hold. */
    public static final double LEAST_STABILITY = .6;

    /** A group that comes back so much like itself is stable. */
    public static final double STABLE = .75;

    /** So many rows are grouped; the others belong where they would have been. */
    private static final int MOST_ROWS_OF_KMEANS = 20_000;

    private static final int MOST_ROWS_OF_HDBSCAN = 10_000;

    /** HDBSCAN: a group has at least this part of the rows. */
    private static final int PARTS = 20;

    private static final int SMALLEST_GROUP = 5;

    private static final double SIDES_OF_BOX = Math.sqrt(12);

    private final Clusterer clusterer;
    private final Consumer<TrainingProgress> progress;

    /** Groups rows by a method; the same seed gives the same groups. */
    @FunctionalInterface
    public interface Clusterer {

        /** The rows in groups. */
        Grouping group(double[][] rows, Method method, long seed);
    }

    /**
     * How well a group comes back.
     *
     * @param mean of the Jaccard likenesses; 0 if it never came up
     * @param low nineteen of twenty resamples have it at least
     * @param high and at most
     */
    public record Stability(double mean, double low, double high) {

        /** Whether the group is to be believed. */
        public boolean holds() {
            return mean >= LEAST_STABILITY;
        }
    }

    /**
     * What was found.
     *
     * @param method the method, with the number that was chosen
     * @param grouping of the rows that were grouped
     * @param grouped how many rows that were
     * @param strengths the prediction strength by number of groups, where one was chosen
     * @param silhouettes by number of groups, where one was chosen
     * @param silhouette of the chosen number, on the sample
     * @param references the silhouettes of the samples without groups, of the kind that comes nearer on average
     * @param highest of all references
     * @param stability of each group
     */
    public record Found(
            Method method,
            Grouping grouping,
            int grouped,
            TreeMap<Integer, Double> strengths,
            TreeMap<Integer, Double> silhouettes,
            double silhouette,
            Sample references,
            double highest,
            List<Stability> stability) {

        /** Whether there are groups: the rows are grouped more than any rows without groups were, and one group holds. */
        public boolean holds() {
            return silhouette > highest && stability.stream().anyMatch(Stability::holds);
        }
    }

    private record Choice(Method method, double silhouette, TreeMap<Integer, Double> silhouettes) {}

    /** @param progress told what is done, and may throw to break the search off */
    public SegmentSearch(Clusterer clusterer, Consumer<TrainingProgress> progress) {
        this.clusterer = clusterer;
        this.progress = progress;
    }

    /**
     * Groups of rows.
     *
     * @param rows at least {@link #FEWEST_ROWS}
     * @param groups of k-means, how many; empty to choose
     */
    public Found search(double[][] rows, Method.Kind kind, OptionalInt groups, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] sample = pick(rows, drawn(rows.length, SAMPLE, random));
        progress.accept(new TrainingProgress("choosing the number of groups", 0, 1));
        TreeMap<Integer, Double> strengths = new TreeMap<>();
        Choice choice = choose(sample, kind, groups, seed);
        if (kind == Method.Kind.KMEANS && groups.isEmpty()) {
            choice.silhouettes().keySet().forEach(k -> strengths.put(k, strength(sample, k, random)));
            choice = strongest(choice, strengths);
        }
        List<Sample> references = references(sample, kind, groups, choice.silhouette(), random);
        double[][] grouped = pick(
                rows,
                drawn(rows.length, kind == Method.Kind.KMEANS ? MOST_ROWS_OF_KMEANS : MOST_ROWS_OF_HDBSCAN, random));
        progress.accept(new TrainingProgress("grouping", 0, 1));
        Method method = kind == Method.Kind.KMEANS ? choice.method() : hdbscan(grouped.length);
        Grouping grouping = clusterer.group(grouped, method, seed);
        List<Stability> stability = stability(grouped, grouping.partition(), method, random);
        Sample nearest = references.get(0).mean() >= references.get(1).mean() ? references.get(0) : references.get(1);
        double highest =
                Math.max(references.get(0).quantile(1), references.get(1).quantile(1));
        return new Found(
                method,
                grouping,
                grouped.length,
                strengths,
                choice.silhouettes(),
                choice.silhouette(),
                nearest,
                highest,
                stability);
    }

    private static Method hdbscan(int rows) {
        return new Method(Method.Kind.HDBSCAN, Math.max(SMALLEST_GROUP, rows / PARTS));
    }

    private Choice choose(double[][] sample, Method.Kind kind, OptionalInt groups, long seed) {
        TreeMap<Integer, Double> silhouettes = new TreeMap<>();
        if (kind == Method.Kind.HDBSCAN) {
            Method method = hdbscan(sample.length);
            return new Choice(method, silhouette(sample, method, seed), silhouettes);
        }
        int best = 0;
        for (int k = groups.orElse(2); k <= groups.orElse(MOST_GROUPS); k++) {
            silhouettes.put(k, silhouette(sample, new Method(kind, k), seed));
            best = best == 0 || silhouettes.get(k) > silhouettes.get(best) ? k : best;
        }
        return new Choice(new Method(kind, best), silhouettes.get(best), silhouettes);
    }

    private static Choice strongest(Choice choice, TreeMap<Integer, Double> strengths) {
        return strengths.descendingMap().entrySet().stream()
                .filter(strength -> strength.getValue() >= LEAST_STRENGTH)
                .findFirst()
                .map(strength -> new Choice(
                        new Method(Method.Kind.KMEANS, strength.getKey()),
                        choice.silhouettes().get(strength.getKey()),
                        choice.silhouettes()))
                .orElse(choice);
    }

    /** How well the groups of one half of the rows tell which rows of the other half belong together, in the worst group. */
    private double strength(double[][] rows, int groups, SplittableRandom random) {
        Method method = new Method(Method.Kind.KMEANS, groups);
        double sum = 0;
        for (int split = 0; split < SPLITS; split++) {
            int[] places = IntStream.range(0, rows.length).toArray();
            shuffleStart(places, places.length, random);
            double[][] one = pick(rows, Arrays.copyOf(places, places.length / 2));
            double[][] other = pick(rows, Arrays.copyOfRange(places, places.length / 2, places.length));
            Partition learnt = clusterer.group(one, method, random.nextLong()).partition();
            Partition own = clusterer.group(other, method, random.nextLong()).partition();
            sum += own.togetherIn(Partition.nearest(learnt.centres(one), other));
        }
        return sum / SPLITS;
    }

    private double silhouette(double[][] rows, Method method, long seed) {
        return clusterer.group(rows, method, seed).partition().silhouette(rows);
    }

    /** The best silhouettes in normal clouds, and in uniform boxes; the first that is not lower decides, and is the last. */
    private List<Sample> references(
            double[][] sample, Method.Kind kind, OptionalInt groups, double silhouette, SplittableRandom random) {
        PrincipalComponents components = PrincipalComponents.of(sample);
        double[] clouds = new double[REFERENCES];
        double[] boxes = new double[REFERENCES];
        int drawn = 0;
        while (drawn < REFERENCES && (drawn == 0 || Math.max(clouds[drawn - 1], boxes[drawn - 1]) < silhouette)) {
            progress.accept(new TrainingProgress("comparing with rows without groups", drawn, REFERENCES));
            clouds[drawn] = reference(sample.length, components, true, kind, groups, random);
            boxes[drawn] = reference(sample.length, components, false, kind, groups, random);
            drawn++;
        }
        return List.of(Sample.of(Arrays.copyOf(clouds, drawn)), Sample.of(Arrays.copyOf(boxes, drawn)));
    }

    private double reference(
            int size,
            PrincipalComponents components,
            boolean normal,
            Method.Kind kind,
            OptionalInt groups,
            SplittableRandom random) {
        double[][] rows = IntStream.range(0, size)
                .mapToObj(row -> withoutGroups(components, normal, random))
                .toArray(double[][]::new);
        return choose(rows, kind, groups, random.nextLong()).silhouette();
    }

    private static double[] withoutGroups(PrincipalComponents components, boolean normal, SplittableRandom random) {
        double[] positions = new double[components.count()];
        for (int k = 0; k < positions.length; k++) {
            double at = normal ? random.nextGaussian() : SIDES_OF_BOX * (random.nextDouble() - .5);
            positions[k] = at * Math.sqrt(components.variance(k));
        }
        return Arrays.stream(components.row(positions))
                .map(score -> Math.max(-Behaviours.LIMIT, Math.min(Behaviours.LIMIT, score)))
                .toArray();
    }

    private List<Stability> stability(double[][] rows, Partition partition, Method method, SplittableRandom random) {
        int[] among = drawn(rows.length, RESAMPLED_ROWS, random);
        List<List<Double>> likenesses = new ArrayList<>();
        for (int group = 0; group < partition.groups(); group++) {
            likenesses.add(new ArrayList<>());
        }
        for (int i = 0; i < RESAMPLES && partition.groups() > 0; i++) {
            progress.accept(new TrainingProgress("grouping rows drawn anew", i, RESAMPLES));
            boolean again = method.kind() == Method.Kind.KMEANS;
            int[] picked = again ? withReplacement(among, random) : half(among, random);
            Method resampled = again ? method : hdbscan(picked.length);
            Partition anew = clusterer
                    .group(pick(rows, picked), resampled, random.nextLong())
                    .partition();
            int[] once = firsts(picked);
            double[] likeness = partition
                    .of(Arrays.stream(once).map(at -> picked[at]).toArray())
                    .likeness(anew.of(once));
            for (int group = 0; group < likeness.length; group++) {
                if (!Double.isNaN(likeness[group])) {
                    likenesses.get(group).add(likeness[group]);
                }
            }
        }
        return likenesses.stream().map(SegmentSearch::stability).toList();
    }

    private static Stability stability(List<Double> likenesses) {
        if (likenesses.isEmpty()) {
            return new Stability(0, 0, 0);
        }
        Sample sample =
                Sample.of(likenesses.stream().mapToDouble(Double::doubleValue).toArray());
        return new Stability(sample.mean(), sample.quantile(.025), sample.quantile(.975));
    }

    /** Places of so many rows in their order, drawn without replacement; all of them if there are no more. */
    static int[] drawn(int rows, int most, SplittableRandom random) {
        int[] places = IntStream.range(0, rows).toArray();
        if (rows <= most) {
            return places;
        }
        shuffleStart(places, most, random);
        int[] drawn = Arrays.copyOf(places, most);
        Arrays.sort(drawn);
        return drawn;
    }

    private static void shuffleStart(int[] places, int most, SplittableRandom random) {
        for (int i = 0; i < most; i++) {
            int other = random.nextInt(i, places.length);
            int place = places[i];
            places[i] = places[other];
            places[other] = place;
        }
    }

    private static int[] half(int[] among, SplittableRandom random) {
        int[] places = among.clone();
        shuffleStart(places, among.length / 2, random);
        return Arrays.copyOf(places, among.length / 2);
    }

    private static int[] withReplacement(int[] among, SplittableRandom random) {
        return random.ints(among.length, 0, among.length).map(i -> among[i]).toArray();
    }

    /** Where each row is drawn first. */
    private static int[] firsts(int[] picked) {
        TreeMap<Integer, Integer> firsts = new TreeMap<>();
        for (int i = 0; i < picked.length; i++) {
            firsts.putIfAbsent(picked[i], i);
        }
        return firsts.values().stream().mapToInt(Integer::intValue).toArray();
    }

    private static double[][] pick(double[][] rows, int[] places) {
        return Arrays.stream(places).mapToObj(place -> rows[place]).toArray(double[][]::new);
    }
}
