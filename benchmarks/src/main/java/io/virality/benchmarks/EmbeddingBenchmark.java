package io.virality.benchmarks;

import com.google.inject.Guice;
import io.virality.application.port.TextEmbedder;
import io.virality.ml.MlModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Reads 10,000 invented biographies of up to 80 letters, as TikTok allows, with progress: the time of each thousand, and the
 * most memory that the process has had by then. That it does not grow with the texts shows that memory is bounded.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.EmbeddingBenchmark [texts [seed]]}
 */
public final class EmbeddingBenchmark {

    private static final int PAGE = 1_000;
    private static final int LONGEST = 80;
    private static final Path STATUS = Path.of("/proc/self/status");

    private static final String[] WORDS =
            ("mom of two daily makeup looks gaming every night follow for more recipes dog lover"
                            + " fitness coach comedy skits dance choreographer business link below travel diary 📍 ✨ 💪 singer"
                            + " songwriter new video weekly collab email tech reviews student teacher vegan kitchen sneakers art")
                    .split(" ");

    private EmbeddingBenchmark() {}

    /** Prints a line a thousand texts. */
    public static void main(String[] arguments) throws IOException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        SplittableRandom random = new SplittableRandom(seed);
        TextEmbedder embedder = Guice.createInjector(new MlModule()).getInstance(TextEmbedder.class);
        long start = System.nanoTime();
        embedder.embed(List.of("first"), done -> {});
        System.out.printf(Locale.ROOT, "%s loaded in %.2f s, memory %s%n", embedder.name(), seconds(start), memory());
        long all = System.nanoTime();
        int done = 0;
        while (done < size) {
            List<String> texts = biographies(Math.min(PAGE, size - done), random);
            long page = System.nanoTime();
            int before = done;
            embedder.embed(texts, read -> System.err.printf("\r%,d of %,d", before + read, size));
            done += texts.size();
            System.err.print("\r");
            System.out.printf(
                    Locale.ROOT,
                    "%,8d texts, %.2f ms each, memory %s%n",
                    done,
                    1_000 * seconds(page) / texts.size(),
                    memory());
        }
        System.out.printf(Locale.ROOT, "in all %.1f s, %.2f ms each%n", seconds(all), 1_000 * seconds(all) / size);
    }

    private static List<String> biographies(int size, SplittableRandom random) {
        List<String> biographies = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            StringBuilder biography = new StringBuilder();
            int letters = random.nextInt(10, LONGEST);
            while (biography.length() < letters) {
                biography.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
            }
            biographies.add(biography.substring(0, Math.min(LONGEST, biography.length())));
        }
        return biographies;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /** The most that the process has had at once, where the system tells it. */
    private static String memory() throws IOException {
        if (!Files.exists(STATUS)) {
            return "unknown";
        }
        try (var lines = Files.lines(STATUS)) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024 + " MiB at most")
                    .findFirst()
                    .orElse("unknown");
        }
    }
}
