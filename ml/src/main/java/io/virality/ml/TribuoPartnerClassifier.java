package io.virality.ml;

import io.virality.application.port.PartnerClassifier;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/** Logistic regression on standardised features; those that are the same for all pairs tell nothing and are left out. */
final class TribuoPartnerClassifier implements PartnerClassifier {

    private static final double LEARNING_RATE = .1;
    private static final int EPOCHS = 20;
    private static final String PARTNER = "partner";
    private static final String STRANGER = "stranger";

    private final LabelFactory factory = new LabelFactory();

    @Inject
    TribuoPartnerClassifier() {}

    @Override
    public String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    @Override
    public double[] odds(double[][] pairs, boolean[] partners, double[][] asked, long seed) {
        int[] telling = telling(pairs);
        if (telling.length == 0) {
            return new double[asked.length];
        }
        List<Example<Label>> examples = new ArrayList<>(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            examples.add(example(pairs[i], telling, partners[i] ? PARTNER : STRANGER));
        }
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, Integer.MAX_VALUE, 1, seed);
        Model<Label> model = new TransformTrainer<>(
                        trainer, new TransformationMap(List.of(new MeanStdDevTransformation())))
                .train(new MutableDataset<>(
                        examples, new SimpleDataSourceProvenance("partnerships", factory), factory));
        return Arrays.stream(asked)
                .mapToDouble(row -> odds(model, example(row, telling, STRANGER)))
                .toArray();
    }

    /** Where the deviation is 0, standardising would divide by it. */
    private static int[] telling(double[][] pairs) {
        return IntStream.range(0, pairs[0].length)
                .filter(j -> Arrays.stream(pairs).anyMatch(row -> row[j] != pairs[0][j]))
                .toArray();
    }

    private static double odds(Model<Label> model, Example<Label> pair) {
        Map<String, Label> scores = model.predict(pair).getOutputScores();
        return Math.log(scores.get(PARTNER).getScore())
                - Math.log(scores.get(STRANGER).getScore());
    }

    private static Example<Label> example(double[] row, int[] telling, String label) {
        String[] names = new String[telling.length];
        double[] values = new double[telling.length];
        for (int j = 0; j < names.length; j++) {
            names[j] = "trait" + (char) ('a' + telling[j]);
            values[j] = row[telling[j]];
        }
        return new ArrayExample<>(new Label(label), names, values);
    }
}
