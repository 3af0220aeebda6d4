package io.virality.application.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.portfolio.BinaryProgram;
import io.virality.domain.portfolio.BinaryProgram.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every solver does. */
public abstract class PortfolioSolverContract {

    /** The solver under test. */
    protected abstract PortfolioSolver solver();

    private static BinaryProgram program(long[] gains, Row... rows) {
        return new BinaryProgram(gains, List.of(rows));
    }

    @Test
    public void nothing_to_choose_from_is_an_empty_choice() {
        assertEquals(Optional.of(List.of()), solver().solve(program(new long[0])));
    }

    @Test
    public void what_loses_is_left() {
        assertEquals(Optional.of(List.of(1)), solver().solve(program(new long[] {-3, 2, -1})));
    }

    @Test
    public void what_must_be_is_chosen_though_it_loses() {
        assertEquals(
                Optional.of(List.of(0)),
                solver().solve(program(new long[] {-3, -4}, new Row(new int[] {0, 1}, new long[] {1, 1}, 1, 2))));
    }

    @Test
    public void limits_that_clash_are_an_empty_answer() {
        assertEquals(
                Optional.empty(),
                solver().solve(program(new long[] {1, 1}, new Row(new int[] {0, 1}, new long[] {1, 1}, 3, 3))));
    }

    /** Amounts of money are ten-thousandths: sums of doubles would err here. */
    @Test
    public void a_ten_thousandth_in_a_billion_counts() {
        long billion = 10_000_000_000_000L;
        assertEquals(
                Optional.of(List.of(1)),
                solver().solve(program(
                        new long[] {billion, billion + 1},
                        new Row(new int[] {0, 1}, new long[] {billion, billion}, 0, billion))));
        assertEquals(
                Optional.of(List.of(0)),
                solver().solve(program(
                        new long[] {billion, billion + 1},
                        new Row(new int[] {0, 1}, new long[] {billion, billion + 1}, 0, billion))));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    public void nothing_gains_more_than_what_is_chosen(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        BinaryProgram program = random(random);
        long best = Long.MIN_VALUE;
        for (long choice = 0; choice < 1L << program.gains().length; choice++) {
            long set = choice;
            int[] chosen = IntStream.range(0, program.gains().length)
                    .filter(thing -> (set >> thing & 1) == 1)
                    .toArray();
            if (keeps(chosen, program)) {
                best = Math.max(best, gain(chosen, program));
            }
        }
        Optional<int[]> chosen = solver().solve(program)
                .map(things -> things.stream().mapToInt(thing -> thing).toArray());
        assertEquals(best != Long.MIN_VALUE, chosen.isPresent());
        if (chosen.isPresent()) {
            assertTrue(keeps(chosen.get(), program));
            assertEquals(best, gain(chosen.get(), program));
        }
    }

    private static BinaryProgram random(SplittableRandom random) {
        int things = random.nextInt(1, 11);
        long[] gains = random.longs(things, -300_000, 700_000).toArray();
        int[] all = IntStream.range(0, things).toArray();
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(all, random.longs(things, 1, 1_000_000).toArray(), 0, random.nextLong(3_000_000)));
        for (int i = random.nextInt(6); i > 0; i--) {
            int[] some =
                    Arrays.stream(all).filter(thing -> random.nextBoolean()).toArray();
            long[] ones = new long[some.length];
            Arrays.fill(ones, 1);
            long least = random.nextInt(3) == 0 ? random.nextLong(3) : 0;
            rows.add(new Row(some, ones, least, least + random.nextLong(4)));
        }
        return new BinaryProgram(gains, rows);
    }

    private static boolean keeps(int[] chosen, BinaryProgram program) {
        for (Row row : program.rows()) {
            long sum = 0;
            for (int i = 0; i < row.things().length; i++) {
                int thing = row.things()[i];
                if (Arrays.stream(chosen).anyMatch(other -> other == thing)) {
                    sum += row.weights()[i];
                }
            }
            if (sum < row.least() || sum > row.most()) {
                return false;
            }
        }
        return true;
    }

    private static long gain(int[] chosen, BinaryProgram program) {
        return Arrays.stream(chosen).mapToLong(thing -> program.gains()[thing]).sum();
    }
}
