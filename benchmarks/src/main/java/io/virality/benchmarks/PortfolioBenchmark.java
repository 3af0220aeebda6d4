package io.virality.benchmarks;

import com.google.inject.Guice;
import io.virality.application.port.PortfolioSolver;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.AtLeast;
import io.virality.domain.portfolio.AtMost;
import io.virality.domain.portfolio.BinaryProgram;
import io.virality.domain.portfolio.BinaryProgram.Row;
import io.virality.domain.portfolio.Budget;
import io.virality.domain.portfolio.Constraint;
import io.virality.domain.portfolio.Group;
import io.virality.domain.portfolio.OverlapCap;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.PortfolioSearch;
import io.virality.domain.portfolio.Prospect;
import io.virality.domain.portfolio.Value;
import io.virality.domain.pricing.PriceList;
import io.virality.ml.MlModule;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The best set of 1,000 candidates under a budget, a size, quotas by tier, category and region, and a cap on overlap,
 * proven; beside HiGHS, which solves the same program in doubles and must come to the same sum. Then the whole answer, with
 * all that explains it.
 *
 * <p>{@code java -cp benchmarks/target/benchmarks.jar io.virality.benchmarks.PortfolioBenchmark [rounds]} in the
 * repository's folder, with {@code python3-scipy} at hand
 */
public final class PortfolioBenchmark {

    private static final int CANDIDATES = 1_000;
    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();
    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final List<String> TIERS = List.of("emerging", "nano", "micro", "mid", "macro", "mega");
    private static final List<String> CATEGORIES =
            List.of("beauty", "fashion", "gaming", "food", "fitness", "comedy", "dance", "music", "tech", "travel");
    private static final List<String> REGIONS = List.of("US", "BR", "ID", "MX", "GB", "DE", "FR", "VN");

    private PortfolioBenchmark() {}

    /** Prints each round. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        PortfolioSolver solver = Guice.createInjector(new MlModule()).getInstance(PortfolioSolver.class);
        // Loads the library.
        solver.solve(new BinaryProgram(new long[] {1}, List.of()));
        List<Double> seconds = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            for (long budget : new long[] {1_000, 10_000, 100_000}) {
                SplittableRandom random = new SplittableRandom(round);
                List<Prospect> candidates = IntStream.range(0, CANDIDATES)
                        .mapToObj(i -> candidate(i, random))
                        .toList();
                Plan plan = plan(budget, round);
                BinaryProgram program = program(candidates, plan.constraints());
                First first = new First(solver);
                long start = System.nanoTime();
                long busy = PROCESSOR.getCurrentThreadCpuTime();
                new PortfolioSearch(first::solve, candidates, plan).search();
                double whole = since(start);
                double proven = (first.at - start) / 1e9;
                double processor = (first.busy - busy) / 1e9;
                seconds.add(processor);
                String reference = highs(program);
                String gain = String.valueOf(first.gain);
                System.out.printf(
                        Locale.ROOT,
                        "seed %d, budget %,d: proven in %.2f s (processor %.2f s), %s; HiGHS %s: %s; whole answer %.1f s%n",
                        round,
                        budget,
                        proven,
                        processor,
                        gain,
                        reference,
                        reference.startsWith(gain + " ") ? "equal" : "DIFFERENT",
                        whole);
            }
        }
        double[] sorted = seconds.stream().mapToDouble(each -> each).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d programs, seconds of processor: median %.2f, longest %.2f%n",
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length - 1]);
    }

    /** Remembers when the first program was solved, which is the one for the expected value. */
    private static final class First {

        private final PortfolioSolver solver;
        private long at;
        private long busy;
        private long gain;

        First(PortfolioSolver solver) {
            this.solver = solver;
        }

        Optional<List<Integer>> solve(BinaryProgram program) {
            Optional<List<Integer>> chosen = solver.solve(program);
            if (at == 0) {
                busy = PROCESSOR.getCurrentThreadCpuTime();
                at = System.nanoTime();
                gain = chosen.orElseThrow().stream()
                        .mapToLong(i -> program.gains()[i])
                        .sum();
            }
            return chosen;
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static Prospect candidate(int number, SplittableRandom random) {
        int tier = (int) Math.min(TIERS.size() - 1, Math.abs(random.nextGaussian()) * 2);
        double views = Math.exp(7 + tier + .7 * random.nextGaussian());
        double spread = .5 + random.nextDouble();
        return new Prospect(
                "creator" + number,
                TIERS.get(tier),
                Optional.of(REGIONS.get((int) Math.min(REGIONS.size() - 1, Math.abs(random.nextGaussian()) * 3))),
                Optional.of(CATEGORIES.get(random.nextInt(CATEGORIES.size()))),
                Optional.empty(),
                20,
                PriceList.assumed(DOLLAR, Tiers.STANDARD)
                        .estimate(
                                views * Math.exp(.3 * random.nextGaussian()),
                                Tiers.STANDARD.all().get(tier),
                                Optional.empty()),
                new Value(views / 100, spread, spread / Math.sqrt(20)));
    }

    private static Plan plan(long budget, long seed) {
        List<Constraint> limits = new ArrayList<>();
        limits.add(new AtLeast(Group.EVERYONE, 3));
        limits.add(new AtMost(Group.EVERYONE, 20));
        TIERS.forEach(tier -> limits.add(new AtMost(new Group(Group.Kind.TIER, tier), 6)));
        limits.add(new AtLeast(new Group(Group.Kind.TIER, "micro"), 2));
        CATEGORIES.forEach(category -> limits.add(new AtMost(new Group(Group.Kind.CATEGORY, category), 3)));
        limits.add(new AtLeast(new Group(Group.Kind.CATEGORY, "food"), 1));
        REGIONS.forEach(region -> limits.add(new AtMost(new Group(Group.Kind.REGION, region), 6)));
        limits.add(new AtLeast(new Group(Group.Kind.REGION, "ID"), 2));
        limits.add(new OverlapCap(100, OverlapCap.USUALLY_ALIKE, Map.of()));
        return new Plan(Plan.Aim.EXPECTED, new Budget(Money.ofTenThousandths(budget * 10_000, DOLLAR)), limits, seed);
    }

    private static BinaryProgram program(List<Prospect> candidates, List<Constraint> constraints) {
        return new BinaryProgram(
                candidates.stream()
                        .mapToLong(candidate -> candidate.expectedNet().tenThousandths())
                        .toArray(),
                constraints.stream()
                        .flatMap(constraint -> constraint.rows(candidates).stream())
                        .toList());
    }

    private static String highs(BinaryProgram program) throws IOException, InterruptedException {
        Path file = Files.createTempFile("program", ".txt");
        try {
            List<String> lines = new ArrayList<>();
            lines.add(numbers(program.gains()));
            for (Row row : program.rows()) {
                lines.add(row.least() + " " + row.most() + " "
                        + numbers(IntStream.range(0, row.things().length)
                                .mapToLong(i -> row.things()[i])
                                .toArray())
                        + " : " + numbers(row.weights()));
            }
            Files.write(file, lines);
            Process python = new ProcessBuilder(
                            "/usr/bin/python3", "benchmarks/src/main/python/portfolio.py", file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            python.waitFor();
            return answer;
        } finally {
            Files.delete(file);
        }
    }

    private static String numbers(long[] numbers) {
        return Arrays.stream(numbers).mapToObj(String::valueOf).collect(Collectors.joining(" "));
    }
}
