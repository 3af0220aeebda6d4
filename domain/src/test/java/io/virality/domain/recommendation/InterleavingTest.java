package io.virality.domain.recommendation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.creator.Handle;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class InterleavingTest {

    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Brand BRAND = new Brand("Green Face");
    private static final Exposure LIST = shown("list", NOON);

    private static Exposure shown(String list, Instant at) {
        return Interleaving.shown(list, BRAND, Order.BM25, Map.of("ada", Order.BM25, "bob", Order.MOST_FOLLOWERS), at);
    }

    private static Feedback said(String brand, String handle, Stage stage, int second) {
        return new Feedback(new Brand(brand), Handle.tiktok(handle), stage, NOON.plusSeconds(second));
    }

    private static Optional<Double> credit(Feedback feedback) {
        return Interleaving.credit(List.of(LIST), feedback).map(Outcome::value);
    }

    @Test
    void a_creator_with_whom_the_brand_goes_on_is_a_half_for_its_picker_seen_from_the_one_that_began() {
        for (Stage stage : List.of(Stage.SHORTLISTED, Stage.CONTACTED, Stage.HIRED)) {
            assertEquals(Optional.of(.5), credit(said("green face", "ada", stage, 1)));
            assertEquals(Optional.of(-.5), credit(said("Green Face", "bob", stage, 1)));
        }
    }

    @Test
    void a_dismissal_takes_it_back() {
        assertEquals(Optional.of(0.0), credit(said("Green Face", "ada", Stage.DISMISSED, 1)));
        assertEquals(
                Interleaving.credit(List.of(LIST), said("Green Face", "ada", Stage.HIRED, 1))
                        .map(Outcome::at),
                Interleaving.credit(List.of(LIST), said("Green Face", "ada", Stage.DISMISSED, 9))
                        .map(Outcome::at));
    }

    @Test
    void others_words_and_words_of_others_and_words_before_the_list_are_no_credit() {
        assertEquals(Optional.empty(), credit(said("Other", "ada", Stage.HIRED, 1)));
        assertEquals(Optional.empty(), credit(said("Green Face", "cleo", Stage.HIRED, 1)));
        assertEquals(Optional.empty(), credit(said("Green Face", "ada", Stage.HIRED, -1)));
    }

    @Test
    void the_last_list_before_counts() {
        List<Exposure> lists = List.of(shown("second", NOON.plusSeconds(5)), LIST, shown("third", NOON.plusSeconds(9)));
        assertEquals(
                Optional.of("second"),
                Interleaving.credit(lists, said("Green Face", "ada", Stage.HIRED, 6))
                        .map(Outcome::unit));
    }
}
