package io.virality.domain.portfolio;

import io.virality.domain.portfolio.BinaryProgram.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An upper limit on how many are hired.
 *
 * @param group which are counted
 * @param number the most that may be hired
 */
public record AtMost(Group group, int number) implements Constraint {

    /** @throws IllegalArgumentException if the number is below 0 */
    public AtMost {
        if (number < 0) {
            throw new IllegalArgumentException("at most " + number + " " + group.words() + " is no limit");
        }
    }

    @Override
    public String words() {
        return "at most " + number + " " + group.words();
    }

    @Override
    public boolean allows(List<Prospect> chosen) {
        return count(chosen) <= number;
    }

    @Override
    public List<Row> rows(List<Prospect> candidates) {
        int[] members = IntStream.range(0, candidates.size())
                .filter(i -> group.holds(candidates.get(i)))
                .toArray();
        long[] ones = new long[members.length];
        Arrays.fill(ones, 1);
        return List.of(new Row(members, ones, 0, number));
    }

    @Override
    public String used(List<Prospect> chosen) {
        return count(chosen) + " of " + number;
    }

    @Override
    public Optional<Constraint> loosened() {
        return Optional.of(new AtMost(group, number + 1));
    }

    @Override
    public String step() {
        return "one more";
    }

    private long count(List<Prospect> chosen) {
        return chosen.stream().filter(group::holds).count();
    }
}
