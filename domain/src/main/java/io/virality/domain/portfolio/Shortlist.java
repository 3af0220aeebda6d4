package io.virality.domain.portfolio;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which candidates a best set may need. One is not needed if as many others as could be hired of its kind gain at least as
 * much for at most the price, and count alike in every limit: whatever set it is in, one of them is not, and can take its
 * place.
 */
final class Shortlist {

    private final List<Prospect> candidates;
    private final List<Constraint> constraints;

    Shortlist(List<Prospect> candidates, List<Constraint> constraints) {
        this.candidates = candidates;
        this.constraints = constraints;
    }

    /**
     * The candidates that are kept, by their number.
     *
     * @param gains of each candidate
     */
    List<Integer> of(long[] gains) {
        Map<List<Object>, List<Integer>> kinds = new HashMap<>();
        IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> -gains[i])
                        .thenComparing(this::price)
                        .thenComparing(i -> i))
                .forEach(i -> kinds.computeIfAbsent(kind(candidates.get(i)), kind -> new ArrayList<>())
                        .add(i));
        return kinds.values().stream()
                .flatMap(kind -> needed(kind).stream())
                .sorted()
                .toList();
    }

    /** Those of a kind, the highest gain first, before whom there are not enough cheaper ones. */
    private List<Integer> needed(List<Integer> kind) {
        int most = most(candidates.get(kind.get(0)));
        List<Integer> needed = new ArrayList<>();
        for (int i : kind) {
            if (needed.stream().filter(other -> price(other) <= price(i)).count() < most) {
                needed.add(i);
            }
        }
        return needed;
    }

    /** What counts in a limit of the candidate. */
    private List<Object> kind(Prospect candidate) {
        List<Object> kind = new ArrayList<>();
        for (Constraint constraint : constraints) {
            if (constraint instanceof AtLeast least) {
                kind.add(least.group().holds(candidate));
            } else if (constraint instanceof AtMost limit) {
                kind.add(limit.group().holds(candidate));
            } else if (constraint instanceof OverlapCap cap) {
                kind.add(cap.isNamed(candidate) ? candidate : cap.cell(candidate));
            }
        }
        return kind;
    }

    /** How many of the candidate's kind can be in a set. */
    private int most(Prospect candidate) {
        int most = Integer.MAX_VALUE;
        for (Constraint constraint : constraints) {
            if (constraint instanceof AtMost limit && limit.group().holds(candidate)) {
                most = Math.min(most, limit.number());
            } else if (constraint instanceof OverlapCap cap
                    && cap.alike() > 0
                    && cap.known().isEmpty()
                    && cap.cell(candidate).isPresent()) {
                most = Math.min(most, 1 + cap.most() / cap.alike());
            }
        }
        return most;
    }

    private long price(int candidate) {
        return candidates.get(candidate).price().likely().tenThousandths();
    }
}
