package io.virality.ml;

import ai.onnxruntime.OrtException;
import io.virality.application.Failure;
import io.virality.application.port.TextEmbedder;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Loads its network when the first text comes, so that who embeds nothing does not wait for it. */
final class MiniLmTextEmbedder implements TextEmbedder {

    /** After so many texts it tells how far it is. */
    private static final int BATCH = 64;

    private MiniLm network;

    @Inject
    MiniLmTextEmbedder() {}

    @Override
    public String name() {
        return MiniLm.NAME;
    }

    @Override
    public int dimension() {
        return MiniLm.DIMENSION;
    }

    @Override
    public float[][] embed(List<String> texts, IntConsumer progress) {
        float[][] vectors = new float[texts.size()][];
        for (int start = 0; start < vectors.length; start += BATCH) {
            int end = Math.min(start + BATCH, vectors.length);
            // Each text alone: the network's whole numbers are scaled by what is read at once, so that a text's vector
            // would depend on its neighbours.
            IntStream.range(start, end).parallel().forEach(i -> vectors[i] = embed(texts.get(i)));
            progress.accept(end);
        }
        return vectors;
    }

    private float[] embed(String text) {
        if (text.isBlank()) {
            return new float[MiniLm.DIMENSION];
        }
        try {
            return network().embed(text);
        } catch (OrtException e) {
            throw new Failure(Failure.Kind.INTERNAL, "the sentence model does not read a text: " + e.getMessage(), e);
        }
    }

    private synchronized MiniLm network() {
        if (network == null) {
            try {
                network = MiniLm.load();
            } catch (IOException | OrtException | LinkageError e) {
                throw new Failure(
                        Failure.Kind.INTERNAL, "the sentence model cannot be loaded here: " + e.getMessage(), e);
            }
        }
        return network;
    }
}
