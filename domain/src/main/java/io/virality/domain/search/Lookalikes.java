package io.virality.domain.search;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Statement;
import io.virality.domain.segment.Behaviour;
import io.virality.domain.segment.Behaviours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Creators that are like one of them: in what they say, in how they behave, or in both.
 *
 * @param of whom they are like
 * @param all the likest first
 * @param byMeaning with how many others it was compared by what they say; 0 if it could not be
 * @param byBehaviour with how many others it was compared by how they behave; 0 if it could not be
 * @param compared what behaviour means here: what is known of enough creators
 * @param asOf the newest observation of behaviour
 * @param origin whether the creators compared are real or simulated
 * @param statement what tells how creators behave
 * @param notes what the reader must know, in words
 */
public record Lookalikes(
        Creator of,
        List<Lookalike> all,
        long byMeaning,
        long byBehaviour,
        List<Behaviour> compared,
        Optional<Instant> asOf,
        Origin origin,
        Statement statement,
        List<String> notes) {

    /** Among fewer creators nobody can say what is usual. */
    public static final int FEWEST_CREATORS = 20;

    /** Behaviours that differ by no more robust standard deviations are alike. */
    public static final double ALIKE = .5;

    /** Those that differ by at least so many are told as different. */
    public static final double DIFFERENT = 1;

    /**
     * A creator that is like it.
     *
     * @param score the sum of reciprocal ranks by which they are sorted
     * @param meaning the cosine between what both say, and its rank
     * @param behaviour how far their behaviour differs, in robust standard deviations (root mean square), and its rank
     * @param traits both in figures, the most different first; empty where behaviour could not be compared
     * @param hashtags that both use, those used most by the first in front
     */
    public record Lookalike(
            Creator creator,
            double score,
            Optional<Likeness> meaning,
            Optional<Likeness> behaviour,
            List<Trait> traits,
            List<String> hashtags) {

        /** Behaviours in which both are alike, the likest first. */
        public List<Trait> alike() {
            return traits.stream()
                    .filter(trait -> Math.abs(trait.difference()) <= ALIKE)
                    .sorted(Comparator.comparingDouble(trait -> Math.abs(trait.difference())))
                    .toList();
        }

        /** Behaviours in which they differ, the most different first. */
        public List<Trait> different() {
            return traits.stream()
                    .filter(trait -> Math.abs(trait.difference()) >= DIFFERENT)
                    .toList();
        }
    }

    /**
     * How like.
     *
     * @param rank among all, from 1
     */
    public record Likeness(double value, int rank) {}

    /**
     * One behaviour of both.
     *
     * @param own the figure of whom others are like
     * @param other the figure of who is like it
     * @param difference by how many robust standard deviations the other has more
     */
    public record Trait(Behaviour behaviour, double own, double other, double difference) {}

    /** Copies are kept. */
    public Lookalikes {
        all = List.copyOf(all);
        compared = List.copyOf(compared);
        notes = List.copyOf(notes);
    }

    /** A creator whose behaviour is near: its place among the behaviours, and how far it is. */
    public record Near(int place, double distance) {}

    /** The place of a creator among the behaviours; empty if something that is compared is not known of it. */
    public static OptionalInt place(Behaviours behaviours, String handle) {
        return IntStream.range(0, behaviours.size())
                .filter(i -> behaviours.handle(i).equals(handle))
                .findFirst();
    }

    /** The others, those that behave most like it first; ties by their places. */
    public static List<Near> nearest(Behaviours behaviours, int of, int limit) {
        double[][] scores = behaviours.scores();
        return IntStream.range(0, behaviours.size())
                .filter(other -> other != of)
                .mapToObj(other -> new Near(other, distance(scores[of], scores[other])))
                .sorted(Comparator.comparingDouble(Near::distance).thenComparingInt(Near::place))
                .limit(limit)
                .toList();
    }

    private static double distance(double[] one, double[] other) {
        double squares = 0;
        for (int j = 0; j < one.length; j++) {
            squares += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return Math.sqrt(squares / one.length);
    }

    /** Both creators in figures, the most different behaviour first. */
    public static List<Trait> traits(Behaviours behaviours, int of, int other) {
        List<Trait> traits = new ArrayList<>();
        for (int j = 0; j < behaviours.compared().size(); j++) {
            traits.add(new Trait(
                    behaviours.compared().get(j),
                    behaviours.value(of, j),
                    behaviours.value(other, j),
                    behaviours.scores()[other][j] - behaviours.scores()[of][j]));
        }
        traits.sort(Comparator.comparingDouble(trait -> -Math.abs(trait.difference())));
        return traits;
    }

    /** The sum of the reciprocal ranks. */
    public static double score(Optional<Likeness> meaning, Optional<Likeness> behaviour) {
        return ReciprocalRanks.share(rank(meaning)) + ReciprocalRanks.share(rank(behaviour));
    }

    private static OptionalInt rank(Optional<Likeness> likeness) {
        return likeness.isPresent() ? OptionalInt.of(likeness.get().rank()) : OptionalInt.empty();
    }
}
