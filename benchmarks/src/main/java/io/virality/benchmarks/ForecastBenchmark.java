package io.virality.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How long {@code ./virality forecast --series} takes for 10,000 series of 180 days with bands, as one command with its
 * start, reading and 75 MB of JSON, beside {@code thetaf} and {@code ets} of R's forecast package ({@code forecast.R}), in
 * turns. R forecasts the first 200 of the series, without start and reading, and its time is scaled up to all. Run in the
 * repository's folder, after the launcher was used once: {@code java -cp benchmarks/target/benchmarks.jar
 * io.virality.benchmarks.ForecastBenchmark [rounds]}. The file is kept in {@code benchmarks/target} for the next run. Needs
 * {@code /usr/bin/time}, {@code r-base-core} and {@code r-cran-forecast}.
 */
public final class ForecastBenchmark {

    private static final long SEED = 7;
    private static final int SERIES = 10_000;
    private static final int DAYS = 180;
    private static final int SERIES_OF_R = 200;
    private static final double LARGEST_RATIO = .02;

    private ForecastBenchmark() {}

    /** Prints the median and range of each by the clock and of the processor, and whether the bar is met. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        Path file = file();
        List<String> command = List.of(
                "/usr/bin/time",
                "-f",
                "%e %U %S",
                "./virality",
                "forecast",
                "--series",
                file.toString(),
                "--time",
                "date",
                "--value",
                "followers",
                "--group",
                "user_id",
                "--horizon",
                "30",
                "--format",
                "json");
        List<String> peer =
                List.of("Rscript", "benchmarks/src/main/r/forecast.R", file.toString(), String.valueOf(SERIES_OF_R));
        double[] clock = new double[rounds];
        double[] processor = new double[rounds];
        double[] clockOfR = new double[rounds];
        double[] processorOfR = new double[rounds];
        ours(command);
        for (int round = 0; round < rounds; round++) {
            double[] seconds = ours(command);
            clock[round] = seconds[0];
            processor[round] = seconds[1] + seconds[2];
            double[] secondsOfR = figures(
                    new ProcessBuilder(peer)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start(),
                    false);
            clockOfR[round] = secondsOfR[1] * SERIES / secondsOfR[0];
            processorOfR[round] = secondsOfR[2] * SERIES / secondsOfR[0];
        }
        print("by the clock", clock, clockOfR);
        print("of the processor", processor, processorOfR);
    }

    private static void print(String what, double[] ours, double[] theirs) {
        System.out.println(what);
        Durations seconds = new Durations(ours);
        Durations secondsOfR = new Durations(theirs);
        seconds.print("./virality");
        secondsOfR.print("R, scaled up");
        double ratio = seconds.median() / secondsOfR.median();
        System.out.printf(
                Locale.ROOT, "ratio %.4f, bar %.2f%s%n", ratio, LARGEST_RATIO, ratio > LARGEST_RATIO ? ": missed" : "");
    }

    private static double[] ours(List<String> command) throws IOException, InterruptedException {
        return figures(
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start(),
                true);
    }

    /** The numbers in the last line that it says. */
    private static double[] figures(Process process, boolean asError) throws IOException, InterruptedException {
        try (BufferedReader said = asError ? process.errorReader() : process.inputReader()) {
            String last = said.lines().reduce("", (before, line) -> line);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("it failed: " + last);
            }
            List<Double> figures = new ArrayList<>();
            for (String figure : last.trim().split(" ")) {
                figures.add(Double.valueOf(figure));
            }
            return figures.stream().mapToDouble(Double::doubleValue).toArray();
        }
    }

    private static Path file() throws IOException {
        Path file = Path.of("benchmarks", "target", "forecast-" + SERIES + ".csv");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Path unfinished = Path.of(file + ".new");
            write(unfinished);
            Files.move(unfinished, file);
        }
        return file;
    }

    /** Followers that grow by a slope that wanders, one in three of them rounded to 100,000. */
    private static void write(Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(SEED);
        LocalDate first = LocalDate.of(2026, 1, 1);
        try (Writer csv = Files.newBufferedWriter(file)) {
            csv.write("user_id,date,followers\n");
            for (int series = 0; series < SERIES; series++) {
                long step = series % 3 == 0 ? 100_000 : 1;
                double size = (step > 1 ? 16 : 11) + random.nextGaussian();
                double slope = .003 + .002 * random.nextGaussian();
                double noise = .002 * Math.exp(.5 * random.nextGaussian());
                for (int day = 0; day < DAYS; day++) {
                    slope += .0002 * random.nextGaussian();
                    size += slope + noise * random.nextGaussian();
                    csv.append(String.format(Locale.ROOT, "u%05d,", series))
                            .append(first.plusDays(day).toString())
                            .append(',')
                            .append(String.valueOf(step * Math.max(1, Math.round(Math.exp(size) / step))))
                            .append('\n');
                }
            }
        }
    }
}
