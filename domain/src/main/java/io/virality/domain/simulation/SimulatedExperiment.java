package io.virality.domain.simulation;

import io.virality.domain.experiment.AdjustedRatioStatistics;
import io.virality.domain.experiment.AdjustedStatistics;
import io.virality.domain.experiment.Evidence;
import io.virality.domain.experiment.MeanStatistics;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Moments;
import io.virality.domain.experiment.ProportionStatistics;
import io.virality.domain.experiment.RatioStatistics;
import io.virality.domain.experiment.SufficientStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** One experiment that is drawn at random. Equal shapes and equal sources of chance give equal experiments. */
public final class SimulatedExperiment {

    /** The name of the first variation. */
    public static final String CONTROL = "control";

    /** What the names of the others begin with; the number follows. */
    public static final String VARIATION = "variation ";

    private final Shape shape;
    private final SplittableRandom random;
    private final Outcomes outcomes;
    private final List<Arm> arms;
    private final double allWeights;
    private long dealt;
    private int looks;

    /** Nobody has been dealt anything yet. */
    public SimulatedExperiment(Shape shape, SplittableRandom random) {
        this.shape = shape;
        this.random = random;
        this.outcomes = Outcomes.of(shape, random);
        this.arms = IntStream.range(0, shape.weights().size())
                .mapToObj(arm -> new Arm(arm == 0 ? 0 : shape.effect(), arm == 0 ? 0 : shape.lost()))
                .toList();
        this.allWeights =
                shape.weights().stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The names of a shape's variations, the control first. */
    public static List<String> variations(Shape shape) {
        return IntStream.range(0, shape.weights().size())
                .mapToObj(arm -> arm == 0 ? CONTROL : VARIATION + arm)
                .toList();
    }

    /**
     * Lets units come until the next look.
     *
     * @return what is known of all units by then, of one metric
     * @throws IllegalStateException if there have been all looks
     */
    public Evidence nextLook() {
        if (looks == shape.looks()) {
            throw new IllegalStateException("no look after the last: " + looks);
        }
        looks++;
        while (dealt < shape.units() * looks / shape.looks()) {
            deal();
        }
        return evidence();
    }

    private void deal() {
        Arm arm = arms.get(chosen());
        Shape.Clusters clusters = shape.clusters();
        int size = clusters.any() ? 1 + random.nextInt(2 * clusters.size() - 1) : 1;
        Moments.Counter cluster = clusters.any() ? counter() : null;
        outcomes.nextCluster();
        for (int i = 0; i < size; i++) {
            double[] unit = outcomes.next(arm.effect);
            boolean arrives = arm.lost == 0 || random.nextDouble() >= arm.lost;
            if (arrives) {
                arm.units.add(unit);
                if (cluster != null) {
                    cluster.add(unit);
                }
            }
        }
        if (cluster != null && cluster.moments().n() > 0) {
            arm.clusters.add(cluster.moments());
        }
        dealt += size;
    }

    private int chosen() {
        double place = random.nextDouble() * allWeights;
        int arm = 0;
        for (double upTo = shape.weights().get(0); place >= upTo && arm < arms.size() - 1; ) {
            arm++;
            upTo += shape.weights().get(arm);
        }
        return arm;
    }

    private Evidence evidence() {
        List<String> names = variations(shape);
        Map<String, Long> units = new TreeMap<>();
        Map<String, SufficientStatistics> statistics = new TreeMap<>();
        Map<String, List<Moments>> clusters = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            Moments moments = arms.get(i).units.moments();
            units.put(names.get(i), moments.n());
            statistics.put(names.get(i), statistics(moments));
            if (shape.clusters().any()) {
                clusters.put(names.get(i), List.copyOf(arms.get(i).clusters));
            }
        }
        return new Evidence(units, 0, 0, List.of(Evidence.OfMetric.of(statistics, clusters)));
    }

    private SufficientStatistics statistics(Moments moments) {
        boolean adjusted = shape.outcome().adjusted();
        return switch (shape.outcome().kind()) {
            case RATIO -> adjusted ? new AdjustedRatioStatistics(moments) : new RatioStatistics(moments);
            case PROPORTION ->
                adjusted
                        ? new AdjustedStatistics(moments)
                        : new ProportionStatistics(moments.n(), Math.rint(moments.mean(0) * moments.n()));
            case MEAN, COUNT -> adjusted ? new AdjustedStatistics(moments) : new MeanStatistics(moments);
        };
    }

    private Moments.Counter counter() {
        int variables = (shape.outcome().kind() == Metric.Kind.RATIO ? 2 : 1)
                * (shape.outcome().adjusted() ? 2 : 1);
        boolean[] binary = new boolean[variables];
        binary[0] = shape.outcome().kind() == Metric.Kind.PROPORTION;
        return new Moments.Counter(binary);
    }

    /** A variation, and who is in it so far. */
    private final class Arm {

        private final double effect;
        private final double lost;
        private final Moments.Counter units = counter();
        private final List<Moments> clusters = new ArrayList<>();

        Arm(double effect, double lost) {
            this.effect = effect;
            this.lost = lost;
        }
    }
}
