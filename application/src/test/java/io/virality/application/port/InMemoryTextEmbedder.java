package io.virality.application.port;

import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;

/** Texts with the same words lie close: each word is a direction of its own, as far as there are enough of them. */
public final class InMemoryTextEmbedder implements TextEmbedder {

    private static final Pattern BETWEEN = Pattern.compile("\\W+");
    private static final int DIMENSION = 512;

    @Override
    public String name() {
        return "words";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public float[][] embed(List<String> texts, IntConsumer progress) {
        float[][] vectors = texts.stream().map(InMemoryTextEmbedder::vector).toArray(float[][]::new);
        progress.accept(vectors.length);
        return vectors;
    }

    private static float[] vector(String text) {
        float[] vector = new float[DIMENSION];
        BETWEEN.splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .forEach(word -> vector[Math.floorMod(word.hashCode(), DIMENSION)]++);
        double squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        for (int j = 0; squares > 0 && j < DIMENSION; j++) {
            vector[j] /= (float) Math.sqrt(squares);
        }
        return vector;
    }
}
