package io.virality.domain.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Two rankings as one list, from which readers tell by what they take which of the two they prefer: team-draft interleaving
 * (Radlinski, Kurup and Joachims, How Does Clickthrough Data Reflect Retrieval Quality?, CIKM 2008). In each round a coin says
 * which ranking picks first; each picks the best of its own that is not in the list yet.
 */
public final class TeamDraft {

    private TeamDraft() {}

    /**
     * One of the list, and who picked it.
     *
     * @param byFirst whether the ranking did that began
     */
    public record Pick<T>(T picked, boolean byFirst) {}

    /**
     * The list; shorter than it may be where there are no others.
     *
     * @param first the ranking that begins
     * @param second the other one
     * @param most at most so many
     * @param coin of the rounds after the first
     */
    public static <T> List<Pick<T>> of(List<T> first, List<T> second, int most, RandomGenerator coin) {
        List<Pick<T>> picks = new ArrayList<>();
        Set<T> taken = new HashSet<>();
        Iterator<T> ofFirst = first.iterator();
        Iterator<T> ofSecond = second.iterator();
        boolean begins = true;
        boolean more = true;
        while (more && picks.size() < most) {
            int before = picks.size();
            for (boolean byFirst : new boolean[] {begins, !begins}) {
                if (picks.size() < most) {
                    pick(byFirst ? ofFirst : ofSecond, taken, byFirst, picks);
                }
            }
            begins = coin.nextBoolean();
            more = picks.size() > before;
        }
        return List.copyOf(picks);
    }

    private static <T> void pick(Iterator<T> ranking, Set<T> taken, boolean byFirst, List<Pick<T>> picks) {
        while (ranking.hasNext()) {
            T next = ranking.next();
            if (taken.add(next)) {
                picks.add(new Pick<>(next, byFirst));
                return;
            }
        }
    }
}
