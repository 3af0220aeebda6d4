package io.virality.benchmarks;

import com.google.inject.Guice;
import io.virality.application.port.CreatorSegmenter;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Partition;
import io.virality.ml.MlModule;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * K-means with eight groups of 1,000,000 rows of eight columns beside scikit-learn's, in turns on the same rows: times, and
 * how much further the rows lie from their centres. Ours is the product's way: 20,000 rows drawn at random are grouped by
 * Tribuo, the others belong to the nearest centre.
 *
 * <p>{@code java -Xmx6g -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.ClusterBenchmark [rows [seed]]} in the
 * repository's folder, with {@code python3-sklearn} at hand
 */
public final class ClusterBenchmark {

    private static final int COLUMNS = 8;
    private static final int GROUPS = 8;
    private static final int GROUPED = 20_000;
    private static final int ROUNDS = 3;

    private ClusterBenchmark() {}

    /** Prints both, round by round. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        CreatorSegmenter segmenter = Guice.createInjector(new MlModule()).getInstance(CreatorSegmenter.class);
        for (double apart : new double[] {4, 0}) {
            double[][] rows = rows(size, apart, new SplittableRandom(seed));
            Path file = Files.createTempFile("rows", ".bin");
            try {
                write(rows, file);
                System.out.println(apart > 0 ? "rows in eight groups that overlap" : "rows without groups");
                for (int round = 0; round < ROUNDS; round++) {
                    ours(segmenter, rows, seed + round);
                    theirs(file, seed + round);
                }
            } finally {
                Files.delete(file);
            }
        }
    }

    private static double[][] rows(int size, double apart, SplittableRandom random) {
        double[][] centres = new double[GROUPS][COLUMNS];
        for (double[] centre : centres) {
            Arrays.setAll(centre, j -> apart * (random.nextDouble() - .5));
        }
        double[][] rows = new double[size][COLUMNS];
        for (double[] row : rows) {
            double[] centre = centres[random.nextInt(GROUPS)];
            Arrays.setAll(row, j -> centre[j] + random.nextGaussian());
        }
        return rows;
    }

    private static void ours(CreatorSegmenter segmenter, double[][] rows, long seed) {
        long start = System.nanoTime();
        double[][] grouped = new SplittableRandom(seed)
                .ints(Math.min(GROUPED, rows.length), 0, rows.length)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
        byte[] payload = segmenter
                .group(grouped, new Method(Method.Kind.KMEANS, GROUPS), seed)
                .payload();
        Partition partition = segmenter.assign(payload, rows);
        double seconds = (System.nanoTime() - start) / 1e9;
        double[][] centres = partition.centres(rows);
        double inertia = 0;
        for (int i = 0; i < rows.length; i++) {
            double[] centre = centres[partition.groupOf()[i]];
            for (int j = 0; j < COLUMNS; j++) {
                inertia += (rows[i][j] - centre[j]) * (rows[i][j] - centre[j]);
            }
        }
        System.out.printf(Locale.ROOT, "  ours          %6.2f s, inertia %.0f%n", seconds, inertia);
    }

    private static void theirs(Path file, long seed) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        "/usr/bin/python3",
                        "benchmarks/src/main/python/clusters.py",
                        file.toString(),
                        Integer.toString(COLUMNS),
                        Integer.toString(GROUPS),
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        System.out.print(new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        if (python.waitFor() != 0) {
            throw new IOException("clusters.py failed");
        }
    }

    private static void write(double[][] rows, Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20))) {
            for (double[] row : rows) {
                for (double value : row) {
                    out.writeDouble(value);
                }
            }
        }
    }
}
