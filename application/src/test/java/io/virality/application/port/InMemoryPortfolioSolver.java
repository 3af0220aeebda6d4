package io.virality.application.port;

import io.virality.domain.portfolio.BinaryProgram;
import io.virality.domain.portfolio.BinaryProgram.Row;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tries every choice. */
public final class InMemoryPortfolioSolver implements PortfolioSolver {

    private static final int MOST_THINGS = 20;

    @Override
    public Optional<List<Integer>> solve(BinaryProgram program) {
        int things = program.gains().length;
        if (things > MOST_THINGS) {
            throw new IllegalArgumentException(things + " things have too many choices to try all");
        }
        long[] choices = IntStream.range(0, 1 << things)
                .asLongStream()
                .filter(choice -> program.rows().stream().allMatch(row -> keeps(choice, row)))
                .toArray();
        if (choices.length == 0) {
            return Optional.empty();
        }
        long best = choices[0];
        for (long choice : choices) {
            best = gain(choice, program) > gain(best, program) ? choice : best;
        }
        long chosen = best;
        return Optional.of(IntStream.range(0, things)
                .filter(thing -> holds(chosen, thing))
                .boxed()
                .toList());
    }

    private static boolean keeps(long choice, Row row) {
        long sum = IntStream.range(0, row.things().length)
                .filter(i -> holds(choice, row.things()[i]))
                .mapToLong(i -> row.weights()[i])
                .sum();
        return row.least() <= sum && sum <= row.most();
    }

    private static long gain(long choice, BinaryProgram program) {
        return IntStream.range(0, program.gains().length)
                .filter(thing -> holds(choice, thing))
                .mapToLong(thing -> program.gains()[thing])
                .sum();
    }

    private static boolean holds(long choice, int thing) {
        return (choice >> thing & 1) == 1;
    }
}
