package io.virality.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.ingest.tiktok.MockTikTokServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports that are killed as {@code kill -9} does it, and what the next import makes of it. */
class KilledImportTest {

    private static final int KILLS = 5;
    private static final long SEED = 11;

    @TempDir
    Path folder;

    @Test
    void of_a_file_are_completed_by_the_next() throws Exception {
        Path file = Files.write(folder.resolve("daily.csv"), (Iterable<String>) daily(3_000, 25)::iterator);
        verify(
                List.of(
                        "import",
                        "csv",
                        file.toString(),
                        "--map",
                        "who=handle",
                        "--map",
                        "fans=followers",
                        "--map",
                        "at=observed_at"),
                UnaryOperator.identity());
    }

    /** More than enough that the index by creator is given up for a while. */
    private static Stream<String> daily(int creators, int days) {
        Stream.Builder<String> lines = Stream.builder();
        lines.add("who,fans,at");
        for (int day = 0; day < days; day++) {
            LocalDate date = LocalDate.of(2026, 1, 1).plusDays(day);
            for (int creator = 0; creator < creators; creator++) {
                lines.add("user" + creator + "," + (creator * 100 + day) + "," + date + "T00:00:00Z");
            }
        }
        return lines.build();
    }

    @Test
    void of_an_api_with_faults_are_completed_by_the_next() throws Exception {
        Map<String, String> faults = Map.of(
                "serverErrors", ".03",
                "gatewayTimeouts", ".02",
                "expiredTokens", ".05",
                "slowAnswers", ".3",
                "slowMilliseconds", "30",
                "requestsPerDay", "100000",
                "recordsPerDay", "1000000",
                "requestsPerMinute", "100000");
        LocalDate yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1);
        try (MockTikTokServer mock = MockTikTokServer.start(
                0, Map.of("seed", "7", "creators", "40", "days", "25"), faults, Clock.systemUTC())) {
            verify(
                    List.of(
                            "import",
                            "mock-research",
                            "--set",
                            "baseUrl=http://127.0.0.1:" + mock.port(),
                            "--set",
                            "startDate=" + yesterday.minusDays(24),
                            "--set",
                            "endDate=" + yesterday.minusDays(3),
                            "--set",
                            "pageSize=20",
                            "--set",
                            "regions=US,GB,DE,FR,BR,ID,MX,JP,IT,ES",
                            "--set",
                            "profiles=none"),
                    // The archive does not say when its counts held: that is when they were read.
                    line -> line.replaceAll("\"observed_at\":\"[^\"]*\",?", ""));
        }
    }

    private void verify(List<String> command, UnaryOperator<String> comparable) throws Exception {
        Path undisturbed = folder.resolve("undisturbed.db");
        importInto(undisturbed, command);
        List<String> expected = exported(undisturbed, comparable);
        assertTrue(expected.size() > 100, expected.toString());
        Random random = new Random(SEED);
        int interrupted = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Path database = folder.resolve("killed-" + kill + ".db");
            interrupted += killAt(random.nextDouble() * size(undisturbed), database, command) ? 1 : 0;
            assertEquals("ok", integrity(database));
            importInto(database, command);
            assertEquals(expected, exported(database, comparable), "after kill " + kill);
        }
        assertTrue(interrupted > 0, "all imports ended before they were killed");
    }

    /** Kills an import when its database has that size; tells whether it was still at work. */
    private static boolean killAt(double bytes, Path database, List<String> command) throws Exception {
        List<String> java = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dvirality.home=" + CommandRun.HOME,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        java.addAll(command);
        java.addAll(List.of("--database", database.toString()));
        Process process = new ProcessBuilder(java)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        while (size(database) < bytes && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
            // grows on
        }
        boolean atWork = process.isAlive();
        process.destroyForcibly().waitFor();
        return atWork;
    }

    /** Of the database with its log: {@link java.io.File#length()} is 0 of a file that goes away meanwhile. */
    private static long size(Path database) {
        return database.toFile().length() + Path.of(database + "-wal").toFile().length();
    }

    private static void importInto(Path database, List<String> command) {
        List<Object> arguments = new ArrayList<>(command);
        arguments.addAll(List.of("--database", database));
        CommandRun.of(arguments.toArray()).succeeds();
    }

    private static String integrity(Path database) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet verdict = statement.executeQuery("pragma integrity_check")) {
            return verdict.getString(1);
        }
    }

    private List<String> exported(Path database, UnaryOperator<String> comparable) throws IOException {
        Path file = folder.resolve("export.ndjson");
        CommandRun.of("export", file, "--database", database).succeeds();
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(comparable).sorted().collect(Collectors.toList());
        } finally {
            Files.delete(file);
        }
    }
}
