package io.virality.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Kills {@code ./virality import csv} at random moments, as {@code kill -9} does it, each time over a fresh database.
 * After each kill the file must pass {@code pragma integrity_check} and {@code foreign_key_check}, and the import that
 * follows must end with exactly the rows of one that nobody disturbed: their exports are equal byte by byte. Run in the
 * repository's folder, with {@code sqlite3} at hand: {@code java -cp benchmarks/target/benchmarks.jar
 * io.virality.benchmarks.KillBenchmark [kills [seed]]}.
 */
public final class KillBenchmark {

    private static final int CREATORS = 10_000;
    private static final int DAYS = 20;

    private KillBenchmark() {}

    /** Prints a line for each kill; ends with an exception at the first that lost or doubled something. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 50;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 7;
        Path folder = Files.createTempDirectory("kill");
        Path file = folder.resolve("snapshots.csv");
        SnapshotFile.write(file, CREATORS, DAYS, seed);
        long start = System.nanoTime();
        Path whole = imported(file, folder.resolve("undisturbed.db"));
        long nanoseconds = System.nanoTime() - start;
        Path expected = exported(whole, folder.resolve("undisturbed.ndjson"));
        Random random = new Random(seed);
        int interrupted = 0;
        for (int kill = 1; kill <= kills; kill++) {
            Path database = folder.resolve("killed.db");
            long moment = (long) (random.nextDouble() * nanoseconds);
            boolean atWork = killed(file, database, moment);
            interrupted += atWork ? 1 : 0;
            String rows = Files.exists(database) ? checked(database) : "no file yet";
            Path actual = exported(imported(file, database), folder.resolve("killed.ndjson"));
            require(Files.mismatch(expected, actual) < 0, "the rows differ after kill " + kill);
            System.out.printf(
                    Locale.ROOT,
                    "kill %2d after %.2f s%s: %s; the next import completed it%n",
                    kill,
                    moment / 1e9,
                    atWork ? "" : " (it had ended)",
                    rows);
            delete(database, actual);
        }
        System.out.printf(
                "%d of %d imports were at work when they were killed; nothing lost, nothing doubled%n",
                interrupted, kills);
        delete(whole, expected, file, folder);
    }

    private static List<String> command(Path file, Path database) {
        List<String> command = new ArrayList<>(
                List.of("./virality", "import", "csv", file.toString(), "--database", database.toString()));
        SnapshotFile.COLUMNS.forEach(column -> command.addAll(List.of("--map", column + "=" + column)));
        return command;
    }

    private static boolean killed(Path file, Path database, long nanoseconds) throws IOException, InterruptedException {
        Process process = quiet(command(file, database)).start();
        boolean ended = process.waitFor(nanoseconds, TimeUnit.NANOSECONDS);
        process.destroyForcibly().waitFor();
        return !ended;
    }

    private static Path imported(Path file, Path database) throws IOException, InterruptedException {
        run(command(file, database));
        return database;
    }

    private static Path exported(Path database, Path file) throws IOException, InterruptedException {
        run(List.of("./virality", "export", file.toString(), "--database", database.toString()));
        return file;
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        require(quiet(command).start().waitFor() == 0, "it failed: " + command);
    }

    private static ProcessBuilder quiet(List<String> command) {
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
    }

    /** How many rows a sound database holds. */
    private static String checked(Path database) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(
                        "sqlite3",
                        database.toString(),
                        "pragma integrity_check",
                        "pragma foreign_key_check",
                        "select * from creator_snapshot where creator_id not in (select id from creator)"
                                + " or source_id not in (select id from source)",
                        "select count(*) from creator_snapshot")
                .start();
        List<String> lines = shell.inputReader().lines().toList();
        shell.waitFor();
        require(!lines.isEmpty() && lines.get(0).equals("ok"), "the file is damaged: " + lines);
        return lines.size() == 2 ? "sound, " + lines.get(1) + " rows" : "sound, no tables yet";
    }

    private static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void delete(Path... files) throws IOException {
        for (Path file : files) {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(Path.of(file + suffix));
            }
        }
    }
}
