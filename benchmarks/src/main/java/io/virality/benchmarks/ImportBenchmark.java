package io.virality.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long {@code ./virality import csv} takes for 2,000,000 snapshots of 100,000 creators in the order of time, beside
 * the {@code sqlite3} shell's own import of the same file and a unique index over the same two columns, in turns, each
 * into a fresh database. Run in the repository's folder: {@code java -cp benchmarks/target/benchmarks.jar
 * io.virality.benchmarks.ImportBenchmark [rounds [creators [days]]]}.
 */
public final class ImportBenchmark {

    private static final String HEAP = "-Xmx256m";
    private static final long SEED = 7;

    private ImportBenchmark() {}

    /** Prints the median and the range of both, and the ratio. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = number(arguments, 0, 5);
        int creators = number(arguments, 1, 100_000);
        int days = number(arguments, 2, 20);
        Path folder = Files.createTempDirectory("import");
        Path file = folder.resolve("snapshots.csv");
        SnapshotFile.write(file, creators, days, SEED);
        System.out.printf(
                Locale.ROOT, "%,d rows, %,d MB, %s%n", (long) creators * days, Files.size(file) / 1_000_000, HEAP);
        double[] ours = new double[rounds];
        double[] shell = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            ours[round] = virality(file, folder.resolve("virality-" + round + ".db"));
            shell[round] = sqlite(file, folder.resolve("sqlite-" + round + ".db"));
            System.out.printf(Locale.ROOT, "round %d: %.2f s, %.2f s%n", round + 1, ours[round], shell[round]);
        }
        Files.delete(file);
        Files.delete(folder);
        Durations virality = new Durations(ours);
        Durations sqlite = new Durations(shell);
        virality.print("./virality import");
        sqlite.print("sqlite3 .import");
        System.out.printf(Locale.ROOT, "ratio %.2f%n", virality.median() / sqlite.median());
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static double virality(Path file, Path database) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("./virality", "import", "csv", file.toString(), "--database", database.toString()));
        SnapshotFile.COLUMNS.forEach(column -> command.addAll(List.of("--map", column + "=" + column)));
        return measure(command, database);
    }

    /** The shell at its own pragmas; the index behind the rows, which is cheaper than before them. */
    private static double sqlite(Path file, Path database) throws IOException, InterruptedException {
        String table = "create table snapshot (platform_id integer, handle text, observed_at text, region text,"
                + " language text, verified text, followers integer, following integer, likes integer,"
                + " videos integer, engagement_rate real, like_engagement_rate real)";
        return measure(
                List.of(
                        "sqlite3",
                        database.toString(),
                        table,
                        ".import --csv --skip 1 " + file + " snapshot",
                        "create unique index snapshot_by_creator on snapshot (platform_id, observed_at)"),
                database);
    }

    private static double measure(List<String> command, Path database) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().putAll(Map.of("VIRALITY_JAVA_OPTIONS", HEAP));
        long start = System.nanoTime();
        int exitCode = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (exitCode != 0) {
            throw new IllegalStateException("it failed with " + exitCode + ": " + command);
        }
        for (String suffix : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(Path.of(database + suffix));
        }
        return seconds;
    }
}
