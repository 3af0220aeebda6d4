package io.virality.ml;

import com.google.protobuf.InvalidProtocolBufferException;
import io.virality.application.Failure;
import io.virality.application.port.GrowthForecaster;
import io.virality.domain.forecast.GrowthLearner;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;

/** A random forest: what a creator's growth goes with is neither straight nor additive. */
final class TribuoGrowthForecaster implements GrowthForecaster {

    private static final String GROWTH = "growth";
    private static final int TREES = 30;
    private static final int DEEPEST = 7;
    private static final float FEWEST_IN_A_LEAF = 10;
    private static final float PART_OF_FEATURES = .6f;

    /** Tribuo 4.3.2 mixes the drivers up where it splits at random, and fails at times. */
    private static final boolean RANDOM_SPLITS = false;

    /** A tree tries every border between two values, looking at all rows each time: more would cost much and tell little. */
    private static final int LEVELS = 32;

    private final RegressionFactory factory = new RegressionFactory();

    @Inject
    TribuoGrowthForecaster() {}

    @Override
    public String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    @Override
    public Learnt learn(double[][] rows, double[] growth, long seed) {
        Model<Regressor> model = model(rows, growth, seed);
        return new Learnt(model.serialize().toByteArray(), model.getProvenance().toString());
    }

    /** What is used at once and then forgotten needs no payload. */
    @Override
    public GrowthLearner learner(long seed) {
        return (rows, growth) -> {
            Model<Regressor> model = model(rows, growth, seed);
            return unknown -> forecast(model, unknown);
        };
    }

    private Model<Regressor> model(double[][] rows, double[] growth, long seed) {
        String[] names = names(rows[0].length);
        double[][] levels = IntStream.range(0, names.length)
                .mapToObj(j ->
                        levels(Arrays.stream(rows).mapToDouble(row -> row[j]).toArray()))
                .toArray(double[][]::new);
        List<Example<Regressor>> examples = new ArrayList<>(rows.length);
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double[] rounded = IntStream.range(0, names.length)
                    .mapToDouble(j -> nearest(levels[j], row[j]))
                    .toArray();
            examples.add(new ArrayExample<>(new Regressor(GROWTH, growth[i]), names, rounded));
        }
        CARTRegressionTrainer tree = new CARTRegressionTrainer(
                DEEPEST, FEWEST_IN_A_LEAF, 0, PART_OF_FEATURES, RANDOM_SPLITS, new MeanSquaredError(), seed);
        return new RandomForestTrainer<>(tree, new AveragingCombiner(), TREES, seed)
                .train(new MutableDataset<>(examples, new SimpleDataSourceProvenance("creators", factory), factory));
    }

    /** Quantiles, none twice. */
    private static double[] levels(double[] values) {
        Arrays.sort(values);
        return IntStream.range(0, LEVELS)
                .mapToDouble(level -> values[(2 * level + 1) * values.length / (2 * LEVELS)])
                .distinct()
                .toArray();
    }

    /** Borders of trees lie half way between two levels, so that a value is on the same side as what it is rounded to. */
    private static double nearest(double[] levels, double value) {
        int found = Arrays.binarySearch(levels, value);
        if (found >= 0) {
            return value;
        }
        int above = Math.min(-found - 1, levels.length - 1);
        int below = Math.max(-found - 2, 0);
        return value - levels[below] <= levels[above] - value ? levels[below] : levels[above];
    }

    @Override
    public double[] forecast(byte[] payload, double[][] rows) {
        try {
            return forecast(Model.deserialize(ModelProto.parseFrom(payload)).castModel(Regressor.class), rows);
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            throw new Failure(Failure.Kind.INTERNAL, "a stored model of growth cannot be read: learn it again", e);
        }
    }

    private static double[] forecast(Model<Regressor> model, double[][] rows) {
        String[] names = names(rows.length == 0 ? 0 : rows[0].length);
        return Arrays.stream(rows)
                .parallel()
                .mapToDouble(row -> model.predict(new ArrayExample<>(new Regressor(GROWTH, 0), names, row))
                        .getOutput()
                        .getValues()[0])
                .toArray();
    }

    /** Tribuo orders features by name. */
    private static String[] names(int size) {
        return IntStream.range(0, size)
                .mapToObj(j -> "driver" + (char) ('a' + j))
                .toArray(String[]::new);
    }
}
