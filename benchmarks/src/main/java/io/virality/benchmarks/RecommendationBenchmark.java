package io.virality.benchmarks;

import com.google.inject.Guice;
import com.google.inject.Injector;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.CreatorIndex.Meaning;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.Transactions;
import io.virality.domain.category.CreatorText;
import io.virality.ml.MlModule;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * How long {@code ./virality serve} takes for a complete recommendation and for a complete search by words and meaning over
 * 1,000,000 creators, by HTTP, warm: filters, full text, vectors, scores and reasons. No text is asked twice, so nothing kept
 * from one answer helps with another.
 *
 * <p>The creators are imported from a {@link CrowdFile} as anybody would; reading the meaning of a million texts would take
 * an hour, so the sentence model reads each topic's sentence, and each creator gets its vector with noise of its own.
 *
 * <p>{@code java -Xmx2g -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.RecommendationBenchmark [calls [creators]]}
 * in the repository's folder; the database is kept in {@code benchmarks/target} for the next run
 */
public final class RecommendationBenchmark {

    private static final long SEED = 7;
    private static final int WARM_UP = 10;
    private static final int PAGE = 10_000;

    /** Of all components together, beside a vector of length 1. */
    private static final double NOISE = .6;

    /** One kind of question; {@code %s} is its text. */
    private enum Question {
        TEXT_ALONE("{\"text\":\"%s\"}"),
        ONE_REGION("{\"text\":\"%s\",\"goal\":\"engagement\",\"regions\":[\"GB\"],\"languages\":[\"en\"]}"),
        ALL_LIMITS("{\"text\":\"%s\",\"brand\":\"Green Face\",\"regions\":[\"GB\",\"US\"],\"languages\":[\"en\"],"
                + "\"tiers\":[\"micro\",\"mid\"],\"budget\":{\"amount\":\"10000\",\"currency\":\"USD\"},"
                + "\"exclusions\":[\"user7\"],\"brandSafety\":[\"vape\"],\"niceToHave\":[\"honest\"]}"),
        SEARCH(""),
        SEARCH_IN_REGION("");

        private final String brief;

        Question(String brief) {
            this.brief = brief;
        }

        String ask(ReleasedServer server, String text) throws IOException, InterruptedException {
            String words = URLEncoder.encode(text, StandardCharsets.UTF_8);
            return switch (this) {
                case SEARCH -> server.get("/api/v1/creators?mode=hybrid&limit=20&search=" + words);
                case SEARCH_IN_REGION ->
                    server.get("/api/v1/creators?mode=hybrid&limit=20&region=GB&minFollowers=10000&search=" + words);
                default -> server.post("/api/v1/recommendations?limit=20", "application/json", brief.formatted(text));
            };
        }
    }

    private RecommendationBenchmark() {}

    /** Prints a line for each kind of question. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int calls = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30;
        int creators = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path database = database(creators);
        List<String> texts = texts();
        try (ReleasedServer server = ReleasedServer.start(database)) {
            for (Question question : Question.values()) {
                List<Double> wall = new ArrayList<>();
                List<Double> processor = new ArrayList<>();
                for (int call = -WARM_UP; call < calls; call++) {
                    String text = texts.remove(texts.size() - 1);
                    long busy = server.processorTime();
                    long start = System.nanoTime();
                    String answer = question.ask(server, text);
                    double milliseconds = (System.nanoTime() - start) / 1e6;
                    if (!answer.contains("\"rank\":20,")) {
                        throw new IllegalStateException("fewer than 20 creators: " + answer);
                    }
                    if (call >= 0) {
                        wall.add(milliseconds);
                        processor.add((server.processorTime() - busy) / 1e6);
                    }
                }
                print(question, wall, processor);
            }
        }
    }

    private static void print(Question question, List<Double> wall, List<Double> processor) {
        Collections.sort(wall);
        Collections.sort(processor);
        System.out.printf(
                Locale.ROOT,
                "%-18s median %.0f ms by the clock (%.0f to %.0f), %.0f ms of the processor; load %.1f%n",
                question.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                wall.get(wall.size() / 2),
                wall.get(0),
                wall.get(wall.size() - 1),
                processor.get(processor.size() / 2),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    /** What nobody has written so, of words that many use. */
    private static List<String> texts() {
        List<String> sentences = CrowdFile.sentences();
        Collections.shuffle(sentences, new Random(SEED));
        List<String> texts = new ArrayList<>();
        for (int i = 1; i < sentences.size(); i += 2) {
            texts.add(sentences.get(i - 1) + " and " + sentences.get(i).split(" for ")[0] + " in the UK");
        }
        return texts;
    }

    private static Path database(int creators) throws IOException, InterruptedException {
        Path database = Path.of("benchmarks", "target", "crowd-" + creators + ".db");
        if (Files.exists(database)) {
            return database;
        }
        Path unfinished = Path.of(database + ".unfinished");
        Files.deleteIfExists(unfinished);
        Path file = Files.createTempFile("crowd", ".ndjson");
        CrowdFile.write(file, creators, SEED);
        run("./virality", "import", "ndjson", file.toString(), "--database", unfinished.toString());
        Files.delete(file);
        try (PersistenceModule storage = PersistenceModule.existing(unfinished)) {
            Injector stored = Guice.createInjector(storage);
            index(
                    stored.getInstance(CreatorIndex.class),
                    stored.getInstance(Transactions.class),
                    Guice.createInjector(new MlModule()).getInstance(TextEmbedder.class));
        }
        Files.move(unfinished, database);
        return database;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("it failed with " + exitCode + ": " + List.of(command));
        }
    }

    private static void index(CreatorIndex index, Transactions transactions, TextEmbedder embedder) {
        int[] done = {1};
        for (int words = 0; done[0] > 0; words += done[0]) {
            transactions.run(() -> done[0] = index.catchUp(PAGE));
            System.err.printf("\rwords of %,d creators", words + done[0]);
        }
        Map<String, float[]> meant = new HashMap<>();
        List<String> sentences = CrowdFile.sentences();
        float[][] vectors = embedder.embed(sentences, read -> System.err.printf("\rmeaning of %,d sentences  ", read));
        for (int i = 0; i < vectors.length; i++) {
            meant.put(sentences.get(i), vectors[i]);
        }
        SplittableRandom random = new SplittableRandom(SEED);
        long after = 0;
        for (List<CreatorText> page = index.withoutMeaning(embedder.name(), after, PAGE);
                !page.isEmpty();
                page = index.withoutMeaning(embedder.name(), after, PAGE)) {
            List<Meaning> meanings = page.stream()
                    .map(text -> new Meaning(text, Optional.of(noisy(meant.get(sentence(text)), random))))
                    .toList();
            transactions.run(() -> index.keep(embedder.name(), meanings));
            after = page.get(page.size() - 1).creator();
            System.err.printf("\rvectors until creator %,d", after);
        }
        System.err.println();
    }

    private static String sentence(CreatorText text) {
        return text.biography().orElseThrow().split("[.] ")[0];
    }

    private static float[] noisy(float[] vector, SplittableRandom random) {
        float[] noisy = new float[vector.length];
        for (int j = 0; j < noisy.length; j++) {
            noisy[j] = (float) (vector[j] + NOISE / Math.sqrt(vector.length) * random.nextGaussian());
        }
        return noisy;
    }
}
