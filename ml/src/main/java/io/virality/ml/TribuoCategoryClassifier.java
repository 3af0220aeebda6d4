package io.virality.ml;

import com.google.protobuf.InvalidProtocolBufferException;
import io.virality.application.Failure;
import io.virality.application.port.CategoryClassifier;
import io.virality.domain.category.Category;
import io.virality.domain.category.Learnt;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.classification.Label;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.multilabel.MultiLabel;
import org.tribuo.multilabel.MultiLabelFactory;
import org.tribuo.multilabel.sgd.linear.LinearSGDTrainer;
import org.tribuo.multilabel.sgd.objectives.BinaryCrossEntropy;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/** A logistic regression a category, all trained together. */
final class TribuoCategoryClassifier implements CategoryClassifier {

    private static final double LEARNING_RATE = .1;
    private static final double EPSILON = .1;
    private static final int MINIBATCH = 16;

    private final MultiLabelFactory factory = new MultiLabelFactory();

    @Inject
    TribuoCategoryClassifier() {}

    @Override
    public String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    @Override
    public Learnt learn(float[][] vectors, List<Set<Category>> labels, int rounds, long seed) {
        String[] names = names(vectors[0].length);
        List<Example<MultiLabel>> examples = new ArrayList<>(vectors.length);
        for (int i = 0; i < vectors.length; i++) {
            examples.add(example(names, vectors[i], output(labels.get(i))));
        }
        return new Classifier(new LinearSGDTrainer(
                        new BinaryCrossEntropy(),
                        new AdaGrad(LEARNING_RATE, EPSILON),
                        rounds,
                        Integer.MAX_VALUE,
                        MINIBATCH,
                        seed)
                .train(new MutableDataset<>(examples, new SimpleDataSourceProvenance("creators", factory), factory)));
    }

    @Override
    public Learnt read(byte[] payload) {
        try {
            return new Classifier(
                    Model.deserialize(ModelProto.parseFrom(payload)).castModel(MultiLabel.class));
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            throw new Failure(Failure.Kind.INTERNAL, "a stored model of categories cannot be read: train it again", e);
        }
    }

    private static MultiLabel output(Set<Category> labels) {
        return new MultiLabel(
                labels.stream().map(category -> new Label(category.name())).collect(Collectors.toSet()));
    }

    private static Example<MultiLabel> example(String[] names, float[] vector, MultiLabel output) {
        double[] values = new double[vector.length];
        for (int j = 0; j < values.length; j++) {
            values[j] = vector[j];
        }
        return new ArrayExample<>(output, names, values);
    }

    /** Tribuo orders features by name: as many digits in each keep them in order. */
    private static String[] names(int size) {
        return IntStream.range(0, size).mapToObj(j -> "v" + (10_000 + j)).toArray(String[]::new);
    }

    private record Classifier(Model<MultiLabel> model) implements Learnt {

        @Override
        public double[][] probabilities(float[][] vectors) {
            double[][] probabilities = new double[vectors.length][Category.ALL.size()];
            if (vectors.length == 0) {
                return probabilities;
            }
            String[] names = names(vectors[0].length);
            for (int i = 0; i < vectors.length; i++) {
                double[] said = probabilities[i];
                model.predict(example(names, vectors[i], MultiLabelFactory.UNKNOWN_MULTILABEL))
                        .getOutputScores()
                        .values()
                        .forEach(labels -> labels.getLabelSet()
                                .forEach(label ->
                                        said[Category.valueOf(label.getLabel()).ordinal()] = label.getScore()));
            }
            return probabilities;
        }

        @Override
        public byte[] payload() {
            return model.serialize().toByteArray();
        }

        @Override
        public String provenance() {
            return model.getProvenance().toString();
        }
    }
}
