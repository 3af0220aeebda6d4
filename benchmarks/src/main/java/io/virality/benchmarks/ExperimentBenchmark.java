package io.virality.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long {@code ./virality experiment analyze} takes for three metrics of 10,000,000 units in a CSV file, with and
 * without the check that no unit comes twice, beside pandas and scipy ({@code experiment.py}), in turns; and how much memory
 * each takes. Run in the repository's folder, after the launcher was used once: {@code java -cp
 * benchmarks/target/benchmarks.jar io.virality.benchmarks.ExperimentBenchmark [rounds [rows]]}. The file is kept in {@code
 * benchmarks/target} for the next run. Needs {@code /usr/bin/time}, {@code python3-pandas} and {@code python3-scipy}.
 */
public final class ExperimentBenchmark {

    private static final long SEED = 7;
    private static final double LARGEST_RATIO = .5;
    private static final double LARGEST_RATIO_WITH_CHECK = 1;

    private static final List<String> METRICS = List.of(
            "--variation", "variant",
            "--control", "control",
            "--metric", "converted:proportion",
            "--metric", "orders:count",
            "--metric", "revenue:mean");

    private ExperimentBenchmark() {}

    /** Prints the median, range and memory of each, and what misses its bar. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10_000_000;
        Path file = file(rows);
        List<String> unchecked = new ArrayList<>(List.of("./virality", "experiment", "analyze", file.toString()));
        unchecked.addAll(METRICS);
        List<String> checked = new ArrayList<>(unchecked);
        checked.addAll(List.of("--unit", "user_id"));
        List<String> pandas = List.of("/usr/bin/python3", "benchmarks/src/main/python/experiment.py", file.toString());
        Runs ours = new Runs("without the check", unchecked, rounds);
        Runs oursChecked = new Runs("with the check", checked, rounds);
        Runs theirs = new Runs("pandas and scipy", pandas, rounds);
        ours.measure();
        for (int round = 0; round < rounds; round++) {
            ours.seconds[round] = ours.measure();
            oursChecked.seconds[round] = oursChecked.measure();
            theirs.seconds[round] = theirs.measure();
        }
        for (Runs runs : List.of(ours, oursChecked, theirs)) {
            runs.print();
        }
        bar("without the check", ours.median() / theirs.median(), LARGEST_RATIO);
        bar("with the check", oursChecked.median() / theirs.median(), LARGEST_RATIO_WITH_CHECK);
    }

    private static void bar(String what, double ratio, double largest) {
        System.out.printf(
                Locale.ROOT, "%-18s ratio %.2f, bar %.2f%s%n", what, ratio, largest, ratio > largest ? ": missed" : "");
    }

    /** Rounds of one command. */
    private static final class Runs {

        private final String what;
        private final List<String> command;
        private final double[] seconds;
        private double megabytes;

        Runs(String what, List<String> command, int rounds) {
            this.what = what;
            this.command = command;
            this.seconds = new double[rounds];
        }

        double measure() throws IOException, InterruptedException {
            List<String> timed = new ArrayList<>(List.of("/usr/bin/time", "-f", "%M"));
            timed.addAll(command);
            long from = System.nanoTime();
            Process process = new ProcessBuilder(timed)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (BufferedReader error = process.errorReader()) {
                String last = error.lines().reduce("", (before, line) -> line);
                double took = (System.nanoTime() - from) / 1e9;
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("it failed: " + command + ": " + last);
                }
                megabytes = Math.max(megabytes, Double.parseDouble(last) / 1000);
                return took;
            }
        }

        double median() {
            return new Durations(seconds).median();
        }

        void print() {
            new Durations(seconds).print(what);
            System.out.printf(Locale.ROOT, "%-18s at most %.0f MB of memory%n", what, megabytes);
        }
    }

    private static Path file(int rows) throws IOException {
        Path file = Path.of("benchmarks", "target", "experiment-" + rows + ".csv");
        if (!Files.exists(file)) {
            Path unfinished = Path.of(file + ".new");
            write(unfinished, rows);
            Files.move(unfinished, file);
        }
        return file;
    }

    /** Units come in no order: each number below so many once, by a step that has no factor in common with them. */
    private static void write(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write("user_id,variant,converted,orders,revenue\n");
            StringBuilder row = new StringBuilder();
            for (int i = 0; i < rows; i++) {
                row.setLength(0);
                row.append(1_000_000 + i * 7_368_787L % rows)
                        .append(random.nextBoolean() ? ",control," : ",treatment,")
                        .append(random.nextInt(10) == 0 ? 1 : 0)
                        .append(',')
                        .append(random.nextInt(4))
                        .append(',')
                        .append(Math.round(100 * Math.exp(2 + random.nextGaussian())) / 100.0)
                        .append('\n');
                csv.append(row);
            }
        }
    }
}
