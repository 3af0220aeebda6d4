package io.virality.domain.virality;

import io.virality.domain.model.ModelCard;
import io.virality.domain.model.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How probably a creator's next video goes viral.
 *
 * @param plan for the video
 * @param probability that it does; empty where too few videos of the creator are known
 * @param usual the share of all videos that did
 * @param changes what the model would tell of other plans, the highest probability first; empty where the usual share
 *     answers
 * @param settled how many of the creator's videos it rests on
 * @param card of the model
 * @param notes what the reader should know
 */
public record ViralityOutlook(
        Plan plan,
        Optional<Double> probability,
        double usual,
        List<Change> changes,
        int settled,
        ModelCard card,
        List<String> notes) {

    private static final List<Integer> LENGTHS = List.of(7, 15, 30, 60);
    private static final List<Integer> HASHTAGS = List.of(0, 3, 6, 10);
    private static final int DAYS = 7;

    /** Copies are kept. */
    public ViralityOutlook {
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }

    /**
     * Another plan.
     *
     * @param words what is changed
     * @param probability what the model tells of it
     */
    public record Change(String words, double probability) {}

    /** The outlook of a video with that plan, by the model if it is better than its baseline, else by the usual share. */
    public static ViralityOutlook of(ModelCard card, Track track, Plan plan, Learner.Scorer model) {
        double usual = ViralityModel.rate(card);
        int settled = track.settled(plan.at());
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "viral: at least %.2f times the median views of the creator's earlier videos",
                ViralityModel.threshold(card)));
        if (settled < Track.EARLIER_VIDEOS) {
            notes.add("needs at least " + Track.EARLIER_VIDEOS + " videos of the creator that have been up for "
                    + Track.SETTLED_DAYS + " days; there are " + settled);
            return new ViralityOutlook(plan, Optional.empty(), usual, List.of(), settled, card, notes);
        }
        if (card.standing() != Standing.BETTER) {
            notes.add("the model is " + card.standing().words() + ": the share of all videos answers");
            return new ViralityOutlook(plan, Optional.of(usual), usual, List.of(), settled, card, notes);
        }
        notes.add("what goes along with going viral need not bring it about: test a change by an experiment");
        ToDoubleFunction<Plan> told =
                other -> model.probabilities(new double[][] {track.traits(other).orElseThrow()})[0];
        return new ViralityOutlook(
                plan, Optional.of(told.applyAsDouble(plan)), usual, changes(plan, told), settled, card, notes);
    }

    /** Of each thing that can be decided, the best alternative. */
    private static List<Change> changes(Plan plan, ToDoubleFunction<Plan> told) {
        List<Optional<Change>> best = List.of(
                best(IntStream.range(0, 24)
                        .filter(hour -> hour != plan.hour())
                        .mapToObj(hour ->
                                new Change("posted at " + hour + ":00 UTC", told.applyAsDouble(plan.atHour(hour))))),
                best(IntStream.range(1, DAYS)
                        .mapToObj(days -> new Change(
                                "posted " + days + (days == 1 ? " day later" : " days later"),
                                told.applyAsDouble(plan.later(days))))),
                best(LENGTHS.stream()
                        .filter(seconds -> plan.seconds().orElse(-1) != seconds)
                        .map(seconds ->
                                new Change(seconds + " seconds long", told.applyAsDouble(plan.lasting(seconds))))),
                best(HASHTAGS.stream()
                        .filter(number -> plan.hashtags().orElse(-1) != number)
                        .map(number ->
                                new Change(number + " hashtags", told.applyAsDouble(plan.withHashtags(number))))));
        return best.stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(change -> -change.probability()))
                .toList();
    }

    private static Optional<Change> best(Stream<Change> changes) {
        return changes.max(Comparator.comparingDouble(Change::probability));
    }
}
