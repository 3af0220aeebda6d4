package io.virality.benchmarks;

import io.virality.domain.search.VectorIndex;
import io.virality.domain.search.VectorIndex.Neighbour;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * The nearest 20 of 1,000,000 vectors of 384 numbers, one query at a time, beside NumPy's brute force in floating-point
 * numbers, in turns: median times, their ratio, how many of the true first 20 are found, and the memory of the index. Once
 * on vectors in 2,000 clusters, once on vectors without any structure, which is the hardest.
 *
 * <p>{@code java -Xmx2g -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.VectorBenchmark [vectors [seed]]} in the
 * repository's folder, with {@code python3-numpy} at hand and 2 GB in the folder for temporary files
 */
public final class VectorBenchmark {

    private static final int DIMENSION = 384;
    private static final int CLUSTERS = 2_000;
    private static final int QUERIES = 100;
    private static final int NEAREST = 20;
    private static final int ROUNDS = 3;

    private VectorBenchmark() {}

    /** Prints both kinds of vectors, round by round. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int size = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        for (boolean clustered : new boolean[] {true, false}) {
            System.out.println(clustered ? "vectors in clusters" : "vectors without structure");
            Path file = Files.createTempFile("vectors", ".bin");
            try {
                compare(file, size, clustered, new SplittableRandom(seed));
            } finally {
                Files.delete(file);
            }
        }
    }

    private static void compare(Path file, int size, boolean clustered, SplittableRandom random)
            throws IOException, InterruptedException {
        long before = used();
        VectorIndex.Builder builder = new VectorIndex.Builder(DIMENSION);
        float[][] queries = new float[QUERIES][];
        write(file, size, clustered, random, builder, queries);
        VectorIndex index = builder.build();
        System.out.printf(Locale.ROOT, "  %,d vectors, index of %.0f MB%n", size, (used() - before) / 1e6);
        for (int round = 1; round <= ROUNDS; round++) {
            List<List<Integer>> found = new ArrayList<>();
            double ours = ours(index, queries, found);
            double recall = 0;
            double[] theirs = new double[QUERIES];
            List<String> answers = brute(file, size);
            for (int i = 0; i < QUERIES; i++) {
                String[] answer = answers.get(answers.size() - QUERIES + i).split(" ");
                theirs[i] = Double.parseDouble(answer[0]);
                recall += Arrays.stream(answer)
                        .skip(1)
                        .map(Integer::valueOf)
                        .filter(found.get(i)::contains)
                        .count();
            }
            Arrays.sort(theirs);
            System.out.printf(
                    Locale.ROOT,
                    "  round %d: ours %.1f ms, NumPy %.1f ms, ratio %.2f, recall@%d %.4f%n",
                    round,
                    ours,
                    theirs[QUERIES / 2],
                    ours / theirs[QUERIES / 2],
                    NEAREST,
                    recall / QUERIES / NEAREST);
        }
    }

    private static void write(
            Path file,
            int size,
            boolean clustered,
            SplittableRandom random,
            VectorIndex.Builder builder,
            float[][] queries)
            throws IOException {
        float[][] centres = new float[CLUSTERS][DIMENSION];
        for (float[] centre : centres) {
            for (int j = 0; clustered && j < DIMENSION; j++) {
                centre[j] = (float) random.nextGaussian();
            }
        }
        ByteBuffer bytes = ByteBuffer.allocate(DIMENSION * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            for (int i = 0; i < size + QUERIES; i++) {
                float[] vector = vector(centres[random.nextInt(CLUSTERS)], random);
                bytes.asFloatBuffer().put(vector);
                out.write(bytes.array());
                if (i < size) {
                    builder.add(VectorIndex.quantised(vector));
                } else {
                    queries[i - size] = vector;
                }
            }
        }
    }

    private static float[] vector(float[] centre, SplittableRandom random) {
        float[] vector = new float[DIMENSION];
        double squares = 0;
        for (int j = 0; j < DIMENSION; j++) {
            vector[j] = (float) (centre[j] + random.nextGaussian());
            squares += vector[j] * vector[j];
        }
        for (int j = 0; j < DIMENSION; j++) {
            vector[j] /= (float) Math.sqrt(squares);
        }
        return vector;
    }

    private static double ours(VectorIndex index, float[][] queries, List<List<Integer>> found) {
        for (int i = 0; i < 20; i++) {
            index.nearest(queries[i % QUERIES], position -> true, NEAREST);
        }
        double[] milliseconds = new double[QUERIES];
        for (int i = 0; i < QUERIES; i++) {
            long start = System.nanoTime();
            List<Neighbour> nearest = index.nearest(queries[i], position -> true, NEAREST);
            milliseconds[i] = (System.nanoTime() - start) / 1e6;
            found.add(nearest.stream().map(Neighbour::position).collect(Collectors.toList()));
        }
        Arrays.sort(milliseconds);
        return milliseconds[QUERIES / 2];
    }

    private static List<String> brute(Path file, int size) throws IOException, InterruptedException {
        Process python = new ProcessBuilder(
                        "python3",
                        "benchmarks/src/main/python/vectors.py",
                        file.toString(),
                        Integer.toString(size),
                        Integer.toString(DIMENSION),
                        Integer.toString(QUERIES))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> lines = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (python.waitFor() != 0) {
            throw new IOException("NumPy did not answer");
        }
        return lines;
    }

    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
