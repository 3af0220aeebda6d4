package io.virality.ml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Guice;
import io.virality.application.port.TextEmbedder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniLmTextEmbedderTest {

    private static TextEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = Guice.createInjector(new MlModule()).getInstance(TextEmbedder.class);
    }

    private static float[] vector(String text) {
        return embedder.embed(List.of(text), done -> {})[0];
    }

    private static double cosine(String one, String other) {
        float[] first = vector(one);
        float[] second = vector(other);
        return IntStream.range(0, first.length)
                .mapToDouble(j -> (double) first[j] * second[j])
                .sum();
    }

    @ParameterizedTest
    @CsvSource({
        "fitness, gym, pasta",
        "makeup tutorial, lipstick and skincare, video games",
        "my puppy, dogs and cats, laptop review",
        "#homeworkout #gymtok, exercise at home, baking bread"
    })
    void texts_that_mean_alike_lie_closer(String text, String alike, String other) {
        assertTrue(cosine(text, alike) > cosine(text, other) + .1, cosine(text, alike) + " " + cosine(text, other));
    }

    /**
     * As the library langchain4j 1.20.0-beta30 computes them, with the tokenizer that the network's authors wrote: four
     * numbers each, from texts with accents, joined emoji and words of several pieces.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fitness | -0.05171741 | 0.024873603 | -0.046299405 | -0.07007124",
                "I teach yoga for beginners | 0.01924645 | -0.0903338 | -0.050197266 | -0.011304569",
                "crème brûlée, naïve café | 0.031798534 | -0.043349408 | -0.017535618 | -0.09163572",
                "gaming 👩‍👦 #dancechallenge #foryoupage | -0.02997424 | -0.052604523 | 0.059657834 | -0.036065646",
                "Unbelievably photogenic kittens! | -0.022445317 | 0.05295152 | 0.04586641 | 0.06914687"
            })
    void vectors_are_those_of_another_implementation(String text, float first, float second, float third, float last) {
        float[] vector = vector(text);
        float[] seen = {vector[0], vector[1], vector[2], vector[383]};
        assertArrayEquals(new float[] {first, second, third, last}, seen, 1e-5f, text);
    }

    @Test
    void vectors_have_length_one_and_are_the_same_again_whatever_stands_beside_them() {
        List<String> texts = new ArrayList<>(IntStream.range(0, 150)
                .mapToObj(i -> "text number " + i + " about cooking".repeat(i % 7))
                .toList());
        List<Integer> told = new ArrayList<>();
        float[][] together = embedder.embed(texts, told::add);
        assertEquals(List.of(64, 128, 150), told);
        for (int i : new int[] {0, 63, 64, 149}) {
            assertArrayEquals(together[i], vector(texts.get(i)));
            double length = IntStream.range(0, embedder.dimension())
                    .mapToDouble(j -> (double) together[0][j] * together[0][j])
                    .sum();
            assertEquals(1, length, 1e-6);
        }
    }

    @Test
    void a_text_without_words_points_nowhere() {
        assertArrayEquals(new float[embedder.dimension()], vector(" \n"));
    }

    @Test
    void only_the_beginning_of_a_long_text_is_read() {
        String beginning = "recipe ".repeat(200);
        assertArrayEquals(vector(beginning), vector(beginning + "football ".repeat(200_000)));
    }

    @Test
    void text_in_any_script_and_broken_text_is_read() {
        for (String text : List.of("日本語のテキスト", "🎮👾🕹️", "\uD83D", "a\u0000b", "x".repeat(5_000), "́")) {
            assertEquals(embedder.dimension(), vector(text).length);
        }
    }

    @Test
    void of_texts_however_long_nothing_stays_but_the_vectors() {
        String endless = "recipe football ".repeat(50_000);
        embedder.embed(Collections.nCopies(8, endless), done -> {});
        long before = used();
        float[][] vectors = embedder.embed(Collections.nCopies(200, endless), done -> {});
        long kept = used() - before;
        long needed = (long) vectors.length * embedder.dimension() * Float.BYTES;
        assertTrue(kept < needed + (8 << 20), kept + " bytes are kept, " + needed + " are needed");
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    @Test
    void it_can_be_broken_off() {
        List<String> texts = List.of("one", "two");
        assertThrows(
                CancellationException.class,
                () -> embedder.embed(texts, done -> {
                    throw new CancellationException();
                }));
    }
}
