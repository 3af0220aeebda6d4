package io.virality.application.port;

import io.virality.domain.category.Category;
import io.virality.domain.category.Learnt;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Set;

/** Remembers the mean of each category's vectors: the closer to it, the more probable. */
public final class InMemoryCategoryClassifier implements CategoryClassifier {

    @Override
    public Learnt learn(float[][] vectors, List<Set<Category>> labels, int rounds, long seed) {
        float[][] means = new float[Category.ALL.size()][vectors[0].length];
        for (Category category : Category.ALL) {
            float[] mean = means[category.ordinal()];
            double squares = 0;
            for (int j = 0; j < mean.length; j++) {
                for (int i = 0; i < vectors.length; i++) {
                    mean[j] += labels.get(i).contains(category) ? vectors[i][j] : 0;
                }
                squares += mean[j] * mean[j];
            }
            for (int j = 0; squares > 0 && j < mean.length; j++) {
                mean[j] /= (float) Math.sqrt(squares);
            }
        }
        return new Means(means, rounds);
    }

    @Override
    public Learnt read(byte[] payload) {
        ByteBuffer buffer = ByteBuffer.wrap(payload);
        int rounds = buffer.getInt();
        FloatBuffer floats = buffer.asFloatBuffer();
        float[][] means = new float[Category.ALL.size()][floats.remaining() / Category.ALL.size()];
        for (float[] mean : means) {
            floats.get(mean);
        }
        return new Means(means, rounds);
    }

    @Override
    public String library() {
        return "means";
    }

    private record Means(float[][] means, int rounds) implements Learnt {

        @Override
        public double[][] probabilities(float[][] vectors) {
            double[][] probabilities = new double[vectors.length][means.length];
            for (int i = 0; i < vectors.length; i++) {
                for (int c = 0; c < means.length; c++) {
                    double close = 0;
                    for (int j = 0; j < means[c].length; j++) {
                        close += means[c][j] * vectors[i][j];
                    }
                    probabilities[i][c] = 1 / (1 + Math.exp(-rounds * (close - .5)));
                }
            }
            return probabilities;
        }

        @Override
        public byte[] payload() {
            ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES + means.length * means[0].length * Float.BYTES);
            buffer.putInt(rounds);
            for (float[] mean : means) {
                for (float value : mean) {
                    buffer.putFloat(value);
                }
            }
            return buffer.array();
        }

        @Override
        public String provenance() {
            return "means after " + rounds + " rounds";
        }
    }
}
