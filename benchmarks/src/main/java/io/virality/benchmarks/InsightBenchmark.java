package io.virality.benchmarks;

import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How long {@code ./virality serve} takes for each insight of the catalogue over HTTP, on 2,000,000 snapshots of 100,000
 * creators with 190,000 videos, one of each and ten of every tenth; beside pandas, which answers the same questions from
 * frames that it holds in memory ({@code insights.py}), and fails where an answer differs. Before each round something is
 * imported that changes the answers, so that no kept answer could be right; a round in which the change is not seen
 * fails. Run in the repository's folder: {@code java -cp
 * benchmarks/target/benchmarks.jar io.virality.benchmarks.InsightBenchmark [rounds [creators [days]]]}. The database is
 * kept in {@code benchmarks/target} for the next run.
 */
public final class InsightBenchmark {

    private static final long SEED = 7;
    private static final int WARM_UP = 3;

    /** So often each is asked before: a server that has just started still runs what it has not compiled. */
    private static final int ASKED_BEFORE = 50;

    private static final double SLOWEST = 300;
    private static final double SLOWEST_OF_VIRAL_CREATORS = 5;
    private static final double LARGEST_RATIO = .5;

    /** Milliseconds by the clock, and of all processor cores together. */
    private record Cost(double wall, double processor) {}

    private InsightBenchmark() {}

    /** Prints a line for each insight, the ratio of the totals, and what misses its bar. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = number(arguments, 0, 7);
        int creators = number(arguments, 1, 100_000);
        int days = number(arguments, 2, 20);
        Path database = database(creators, days);
        List<String> ids =
                new Catalogue(Tiers.STANDARD).topics().stream().map(Topic::id).toList();
        Path answers = Files.createTempDirectory("answers");
        Map<String, Cost> ours = virality(database, ids, rounds, answers);
        Map<String, Cost> theirs = pandas(database, rounds, answers);
        print(ids, ours, theirs);
    }

    private static int number(String[] arguments, int place, int usual) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : usual;
    }

    private static Path database(int creators, int days) throws IOException, InterruptedException {
        // Its name tells what it holds, so that none is taken that was made otherwise.
        Path database = Path.of(
                "benchmarks",
                "target",
                "insights-" + creators + "x" + days + "-" + MarketFile.allVideos(creators) + "-videos.db");
        if (!Files.exists(database)) {
            Path folder = Files.createTempDirectory("insights");
            Path snapshots = folder.resolve("snapshots.csv");
            Path market = folder.resolve("market.ndjson");
            SnapshotFile.write(snapshots, creators, days, SEED);
            MarketFile.write(market, creators, SEED);
            run("./virality", "import", "csv", snapshots.toString(), "--database", database.toString());
            run("./virality", "import", "ndjson", market.toString(), "--database", database.toString());
            Files.delete(snapshots);
            Files.delete(market);
            Files.delete(folder);
        }
        return database;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("it failed with " + exitCode + ": " + List.of(command));
        }
    }

    private static Map<String, Cost> virality(Path database, List<String> ids, int rounds, Path answers)
            throws IOException, InterruptedException {
        try (ReleasedServer server = ReleasedServer.start(database)) {
            Map<String, List<Cost>> costs = new LinkedHashMap<>();
            for (String id : ids) {
                costs.put(id, new ArrayList<>());
                for (int i = 0; i < ASKED_BEFORE; i++) {
                    server.get("/api/v1/insights/" + id);
                }
            }
            for (int round = -WARM_UP; round < rounds; round++) {
                String leader = write(server);
                for (String id : ids) {
                    long processor = server.processorTime();
                    long start = System.nanoTime();
                    String answer = server.get("/api/v1/insights/" + id);
                    double wall = (System.nanoTime() - start) / 1e6;
                    if (id.equals("viral-creators") && !answer.contains(leader)) {
                        throw new IllegalStateException("the answer is of before the import: " + answer);
                    }
                    Files.writeString(answers.resolve(id + ".json"), answer);
                    if (round >= 0) {
                        costs.get(id).add(new Cost(wall, (server.processorTime() - processor) / 1e6));
                    }
                }
            }
            Map<String, Cost> medians = new LinkedHashMap<>();
            costs.forEach((id, all) -> medians.put(id, median(all)));
            return medians;
        }
    }

    private static Cost median(List<Cost> costs) {
        double[] wall = costs.stream().mapToDouble(Cost::wall).toArray();
        double[] processor = costs.stream().mapToDouble(Cost::processor).toArray();
        return new Cost(new Durations(wall).median(), new Durations(processor).median());
    }

    private static Map<String, Cost> pandas(Path database, int rounds, Path answers)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        "/usr/bin/python3",
                        "benchmarks/src/main/python/insights.py",
                        database.toString(),
                        String.valueOf(rounds),
                        answers.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Map<String, Cost> costs = new LinkedHashMap<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                String[] cells = line.split(" ");
                costs.put(cells[0], new Cost(Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(
                    "pandas failed or found another answer; is it there? apt-get install python3-pandas python3-scipy");
        }
        return costs;
    }

    private static void print(List<String> ids, Map<String, Cost> ours, Map<String, Cost> theirs) {
        System.out.printf(
                Locale.ROOT,
                "%d cores, load %.1f; milliseconds: clock (processor)%n",
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.printf("%-34s %16s %18s %6s%n", "insight", "virality", "pandas", "ratio");
        Cost total = new Cost(0, 0);
        Cost totalOfPandas = new Cost(0, 0);
        for (String id : ids) {
            Cost cost = ours.get(id);
            Cost other = theirs.get(id);
            if (other != null) {
                total = sum(total, cost);
                totalOfPandas = sum(totalOfPandas, other);
            }
            boolean slow = cost.wall() >= (id.equals("viral-creators") ? SLOWEST_OF_VIRAL_CREATORS : SLOWEST);
            print(id, cost, other, slow ? "  over its bar" : "");
        }
        print("all that pandas answers too", total, totalOfPandas, "");
        double ratio = total.wall() / totalOfPandas.wall();
        System.out.println(ratio > LARGEST_RATIO ? "the total is over its bar of " + LARGEST_RATIO : "");
    }

    private static Cost sum(Cost one, Cost other) {
        return new Cost(one.wall() + other.wall(), one.processor() + other.processor());
    }

    private static void print(String what, Cost cost, Cost other, String remark) {
        String beside = other == null
                ? "              none       "
                : String.format(
                        Locale.ROOT,
                        "%9.1f (%6.1f) %6.2f",
                        other.wall(),
                        other.processor(),
                        cost.wall() / other.wall());
        System.out.printf(
                Locale.ROOT, "%-34s %7.1f (%6.1f) %s%s%n", what, cost.wall(), cost.processor(), beside, remark);
    }

    /** Imports a creator who leads from now on; the creator's handle. */
    private static String write(ReleasedServer server) throws IOException, InterruptedException {
        Instant now = Instant.now();
        String handle = "leader" + now.toEpochMilli();
        double rate = 1 + now.toEpochMilli() / 1e13;
        String rows = """
                {"format":"virality","version":1,"data":"simulated"}
                {"kind":"creator","platform":"tiktok","platform_id":"%d","handle":"%s","observed_at":"%s",\
                "source":"market","source_version":"market@1","freshness":"daily","followers":250000,\
                "engagement_rate":%s}
                """.formatted(now.toEpochMilli(), handle, now, rate);
        server.importRows("ndjson", "application/x-ndjson", rows);
        return handle;
    }
}
