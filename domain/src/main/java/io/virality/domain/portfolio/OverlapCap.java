package io.virality.domain.portfolio;

import io.virality.domain.portfolio.BinaryProgram.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How much of the audience of any creator may be reached through the others as well: the sum of what it shares with each
 * of them, which is at least the share that is reached twice. Shares are whole thousandths.
 *
 * <p>Where nobody told what two creators share it is guessed: {@code alike} if both their region and their category are
 * known and equal, else nothing. A coarse guess, but one that can be told in a sentence.
 *
 * @param most the sum may be
 * @param alike what two creators of one region and category are thought to share
 * @param known what pairs share of the smaller audience, where it is told
 */
public record OverlapCap(int most, int alike, Map<Pair, Integer> known) implements Constraint {

    /** What two creators of one region and category are thought to share: a judgement, not a measurement. */
    public static final int USUALLY_ALIKE = 100;

    private static final int WHOLE = 1_000;

    /** Two creators, in whatever order they are named. */
    public record Pair(String one, String other) {

        /** @throws IllegalArgumentException if both are one */
        public Pair {
            if (one.equals(other)) {
                throw new IllegalArgumentException("'" + one + "' shares its audience with itself");
            }
            if (one.compareTo(other) > 0) {
                String swapped = one;
                one = other;
                other = swapped;
            }
        }

        boolean names(Prospect candidate) {
            return one.equals(candidate.handle()) || other.equals(candidate.handle());
        }
    }

    /** @throws IllegalArgumentException if a share is not between nothing and all */
    public OverlapCap {
        requireShare(most);
        requireShare(alike);
        known = Map.copyOf(known);
        known.values().forEach(OverlapCap::requireShare);
    }

    private static void requireShare(int thousandths) {
        if (thousandths < 0 || thousandths > WHOLE) {
            throw new IllegalArgumentException(
                    "a shared audience is a fraction from 0 to 1, not " + thousandths / (double) WHOLE);
        }
    }

    @Override
    public String words() {
        return "an overlap of at most " + percent(most);
    }

    @Override
    public boolean allows(List<Prospect> chosen) {
        return highest(chosen) <= most;
    }

    /**
     * Where nobody told anything of anyone in a region and category, the limit is one on how many are chosen of it. Else each
     * creator has a row of its own, which binds only if it is chosen.
     */
    @Override
    public List<Row> rows(List<Prospect> candidates) {
        List<Row> rows = new ArrayList<>();
        Map<String, List<Integer>> cells = IntStream.range(0, candidates.size())
                .boxed()
                .filter(i -> cell(candidates.get(i)).isPresent())
                .collect(Collectors.groupingBy(
                        i -> cell(candidates.get(i)).orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        List<Integer> single = new ArrayList<>();
        for (List<Integer> cell : cells.values()) {
            if (cell.stream().anyMatch(i -> isNamed(candidates.get(i)))) {
                single.addAll(cell);
            } else if (alike > 0) {
                long[] ones = new long[cell.size()];
                Arrays.fill(ones, 1);
                rows.add(new Row(cell.stream().mapToInt(i -> i).toArray(), ones, 0, 1 + most / alike));
            }
        }
        IntStream.range(0, candidates.size())
                .filter(i -> cell(candidates.get(i)).isEmpty() && isNamed(candidates.get(i)))
                .forEach(single::add);
        single.forEach(i -> rows.add(row(i, candidates)));
        return rows;
    }

    private Row row(int creator, List<Prospect> candidates) {
        long[] shares = new long[candidates.size()];
        long all = 0;
        for (int j = 0; j < shares.length; j++) {
            shares[j] = j == creator ? 0 : between(candidates.get(creator), candidates.get(j));
            all += shares[j];
        }
        shares[creator] = Math.max(0, all - most);
        long bound = most + shares[creator];
        int[] things =
                IntStream.range(0, shares.length).filter(j -> shares[j] > 0).toArray();
        return new Row(things, Arrays.stream(things).mapToLong(j -> shares[j]).toArray(), 0, bound);
    }

    @Override
    public String used(List<Prospect> chosen) {
        long unknown =
                chosen.stream().filter(candidate -> cell(candidate).isEmpty()).count();
        return percent(highest(chosen)) + " of " + percent(most)
                + (unknown == 0
                        ? ""
                        : "; of " + unknown + " the region or category is unknown, and so is what they share");
    }

    @Override
    public Optional<Constraint> loosened() {
        return alike == 0 || most + alike > WHOLE
                ? Optional.empty()
                : Optional.of(new OverlapCap(most + alike, alike, known));
    }

    @Override
    public String step() {
        return percent(alike) + " more";
    }

    /** Region and category, if both are known: creators of one cell are thought to share some of their audience. */
    Optional<String> cell(Prospect candidate) {
        return candidate.region().flatMap(region -> candidate.category().map(category -> region + " " + category));
    }

    /** Whether something is told of what it shares. */
    boolean isNamed(Prospect candidate) {
        return known.keySet().stream().anyMatch(pair -> pair.names(candidate));
    }

    /** The highest sum of any of them. */
    private long highest(List<Prospect> chosen) {
        return chosen.stream()
                .mapToLong(candidate -> chosen.stream()
                        .filter(other -> other != candidate)
                        .mapToLong(other -> between(candidate, other))
                        .sum())
                .max()
                .orElse(0);
    }

    private int between(Prospect one, Prospect other) {
        Integer told = known.get(new Pair(one.handle(), other.handle()));
        if (told != null) {
            return told;
        }
        return cell(one).isPresent() && cell(one).equals(cell(other)) ? alike : 0;
    }

    private static String percent(long thousandths) {
        return thousandths % 10 == 0 ? thousandths / 10 + " %" : thousandths / 10. + " %";
    }
}
