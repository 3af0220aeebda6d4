package io.virality.ml;

import io.virality.application.Failure;
import io.virality.application.port.VideoClassifier;
import io.virality.domain.stats.PlattScaling;
import io.virality.domain.virality.Lesson;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.transform.TransformTrainer;
import org.tribuo.transform.TransformationMap;
import org.tribuo.transform.transformations.MeanStdDevTransformation;

/**
 * Logistic regression on standardised traits; what is not known counts as the mean. Its odds are set right on the newest
 * videos, by a logistic curve whose two numbers stand before the model in the payload.
 */
final class TribuoVideoClassifier implements VideoClassifier {

    private static final double LEARNING_RATE = .1;
    private static final int EPOCHS = 20;
    private static final String VIRAL = "viral";
    private static final String OTHER = "other";

    private final LabelFactory factory = new LabelFactory();

    @Inject
    TribuoVideoClassifier() {}

    @Override
    public String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    @Override
    public Learnt learn(Lesson lesson, long seed) {
        List<Example<Label>> examples = new ArrayList<>(lesson.rows().length);
        for (int i = 0; i < lesson.rows().length; i++) {
            examples.add(example(lesson.rows()[i], lesson.viral()[i] ? VIRAL : OTHER));
        }
        LinearSGDTrainer trainer = new LinearSGDTrainer(
                new LogMulticlass(), new AdaGrad(LEARNING_RATE), EPOCHS, Integer.MAX_VALUE, 1, seed);
        Model<Label> model = new TransformTrainer<>(
                        trainer, new TransformationMap(List.of(new MeanStdDevTransformation())))
                .train(new MutableDataset<>(examples, new SimpleDataSourceProvenance("videos", factory), factory));
        PlattScaling scaling = PlattScaling.of(odds(model, lesson.laterRows()), lesson.laterViral());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeDouble(scaling.slope());
            out.writeDouble(scaling.intercept());
            model.serialize().writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Learnt(bytes.toByteArray(), model.getProvenance().toString());
    }

    @Override
    public double[] probabilities(byte[] payload, double[][] rows) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(payload))) {
            PlattScaling scaling = new PlattScaling(in.readDouble(), in.readDouble());
            Model<Label> model = Model.deserialize(ModelProto.parseFrom(in)).castModel(Label.class);
            return Arrays.stream(odds(model, rows)).map(scaling::probability).toArray();
        } catch (IOException | RuntimeException e) {
            throw new Failure(Failure.Kind.INTERNAL, "a stored model of virality cannot be read: learn it again", e);
        }
    }

    private static double[] odds(Model<Label> model, double[][] rows) {
        return Arrays.stream(rows)
                .mapToDouble(row -> {
                    Map<String, Label> scores =
                            model.predict(example(row, OTHER)).getOutputScores();
                    // Of videos that are all alike it learns one label only.
                    return scores.size() < 2
                            ? 0
                            : Math.log(scores.get(VIRAL).getScore())
                                    - Math.log(scores.get(OTHER).getScore());
                })
                .toArray();
    }

    private static Example<Label> example(double[] row, String label) {
        int[] known = IntStream.range(0, row.length)
                .filter(j -> !Double.isNaN(row[j]))
                .toArray();
        return new ArrayExample<>(
                new Label(label),
                IntStream.of(known).mapToObj(j -> "trait" + (char) ('a' + j)).toArray(String[]::new),
                IntStream.of(known).mapToDouble(j -> row[j]).toArray());
    }
}
