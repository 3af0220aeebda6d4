package io.virality.domain.portfolio;

import io.virality.domain.portfolio.BinaryProgram.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A lower limit on how many are hired.
 *
 * @param group which are counted
 * @param number the fewest that may be hired
 */
public record AtLeast(Group group, int number) implements Constraint {

    /** @throws IllegalArgumentException if the number is below 1 */
    public AtLeast {
        if (number < 1) {
            throw new IllegalArgumentException("at least " + number + " " + group.words() + " is no limit");
        }
    }

    @Override
    public String words() {
        return "at least " + number + " " + group.words();
    }

    @Override
    public boolean allows(List<Prospect> chosen) {
        return count(chosen) >= number;
    }

    @Override
    public List<Row> rows(List<Prospect> candidates) {
        int[] members = IntStream.range(0, candidates.size())
                .filter(i -> group.holds(candidates.get(i)))
                .toArray();
        long[] ones = new long[members.length];
        Arrays.fill(ones, 1);
        return List.of(new Row(members, ones, number, BinaryProgram.UNBOUNDED));
    }

    @Override
    public String used(List<Prospect> chosen) {
        return count(chosen) + " of " + number;
    }

    @Override
    public Optional<Constraint> loosened() {
        return number == 1 ? Optional.empty() : Optional.of(new AtLeast(group, number - 1));
    }

    @Override
    public String step() {
        return "one fewer";
    }

    private long count(List<Prospect> chosen) {
        return chosen.stream().filter(group::holds).count();
    }
}
