package io.virality.ml;

import io.virality.application.port.PartnerClassifier;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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

/** Logistic regression on standardised features. */
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
        List<Example<Label>> examples = new ArrayList<>(pairs.length);
        for (int i = 0; i < pairs.length; i++) {
            examples.add(example(pairs[i], partners[i] ? PARTNER : STRANGER));
        }
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, Integer.MAX_VALUE, 1, seed);
        Model<Label> model = new TransformTrainer<>(
                        trainer, new TransformationMap(List.of(new MeanStdDevTransformation())))
                .train(new MutableDataset<>(
                        examples, new SimpleDataSourceProvenance("partnerships", factory), factory));
        return Arrays.stream(asked).mapToDouble(row -> odds(model, row)).toArray();
    }

    private static double odds(Model<Label> model, double[] row) {
        Map<String, Label> scores = model.predict(example(row, STRANGER)).getOutputScores();
        return Math.log(scores.get(PARTNER).getScore())
                - Math.log(scores.get(STRANGER).getScore());
    }

    private static Example<Label> example(double[] row, String label) {
        String[] names = new String[row.length];
        for (int j = 0; j < names.length; j++) {
            names[j] = "trait" + (char) ('a' + j);
        }
        return new ArrayExample<>(new Label(label), names, row);
    }
}
