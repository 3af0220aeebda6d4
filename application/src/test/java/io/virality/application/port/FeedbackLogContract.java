package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.counts;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Portrait;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link FeedbackLog} promises. */
public abstract class FeedbackLogContract extends StoredPortContract {

    private static final Brand BRAND = new Brand("Green Face");

    @BeforeEach
    void creators() {
        ports.creators().record(List.of(counts("ada", 5, by("survey", NOON)), counts("bob", 6, by("survey", NOON))));
        ports.creators().refresh();
    }

    private static Feedback said(Brand brand, String handle, Stage stage, int second) {
        return new Feedback(brand, Handle.tiktok(handle), stage, NOON.plusSeconds(second));
    }

    private List<Feedback> of(Brand brand) {
        return List.copyOf(ports.feedbackLog().of(brand).values());
    }

    @Test
    void what_a_brand_says_comes_back_the_newest_first_by_the_creators_numbers() {
        assertTrue(ports.feedbackLog().record(said(BRAND, "ada", Stage.SHORTLISTED, 0)));
        assertTrue(ports.feedbackLog().record(said(BRAND, "bob", Stage.DISMISSED, 1)));
        Map<Long, Feedback> said = ports.feedbackLog().of(BRAND);
        assertEquals(
                List.of(said(BRAND, "bob", Stage.DISMISSED, 1), said(BRAND, "ada", Stage.SHORTLISTED, 0)),
                List.copyOf(said.values()));
        for (Portrait portrait : ports.portraits().page(0, 10)) {
            assertEquals(
                    portrait.handle().orElseThrow(),
                    said.get(portrait.creator()).creator());
        }
    }

    @Test
    void every_stage_is_kept() {
        for (Stage stage : Stage.values()) {
            ports.feedbackLog().record(said(BRAND, "ada", stage, stage.ordinal()));
            assertEquals(List.of(said(BRAND, "ada", stage, stage.ordinal())), of(BRAND), "the last word counts");
        }
    }

    @Test
    void brands_do_not_speak_for_each_other_but_their_case_does_not_matter() {
        ports.feedbackLog().record(said(BRAND, "ada", Stage.HIRED, 0));
        ports.feedbackLog().record(said(new Brand("Other"), "ada", Stage.DISMISSED, 1));
        ports.feedbackLog().record(said(new Brand("GREEN face"), "bob", Stage.CONTACTED, 2));
        assertEquals(
                List.of(said(BRAND, "bob", Stage.CONTACTED, 2), said(BRAND, "ada", Stage.HIRED, 0)),
                of(new Brand("green face")));
        assertEquals(List.of(), of(new Brand("Green")));
    }

    @Test
    void of_nobody_nothing_is_kept() {
        assertFalse(ports.feedbackLog().record(said(BRAND, "nobody", Stage.HIRED, 0)));
        assertEquals(List.of(), of(BRAND));
    }

    @Test
    void a_creator_with_a_new_handle_is_still_the_one_that_was_meant() {
        Provenance later = by("survey", NOON.plusSeconds(60));
        ports.creators().record(List.of(named("7", "cleo", by("survey", NOON))));
        ports.feedbackLog().record(said(BRAND, "cleo", Stage.HIRED, 0));
        ports.creators().record(List.of(named("7", "cleopatra", later)));
        assertEquals(List.of(said(BRAND, "cleopatra", Stage.HIRED, 0)), of(BRAND));
    }

    private static CreatorObservation named(String id, String handle, Provenance provenance) {
        return new CreatorObservation(
                Identity.of(id, Handle.tiktok(handle)),
                Profile.UNKNOWN,
                new Snapshot(Counts.of(1, 1, 1, 1), ProviderRates.NONE, provenance));
    }

    @Test
    void of_what_was_kept_elsewhere_the_later_word_counts() {
        ports.feedbackLog().record(said(BRAND, "ada", Stage.HIRED, 1));
        assertEquals(
                new Tally(1, 1, 2),
                ports.feedbackLog()
                        .restore(List.of(
                                kept("ada", Stage.DISMISSED, 0),
                                kept("bob", Stage.CONTACTED, 0),
                                kept("bob", Stage.CONTACTED, 0),
                                kept("ada", Stage.SHORTLISTED, 2))));
        assertEquals(
                List.of(said(BRAND, "ada", Stage.SHORTLISTED, 2), said(BRAND, "bob", Stage.CONTACTED, 0)), of(BRAND));
    }

    @Test
    void creators_of_whom_something_was_kept_elsewhere_become_known() {
        assertEquals(new Tally(1, 0, 0), ports.feedbackLog().restore(List.of(kept("cleo", Stage.HIRED, 0))));
        assertEquals(List.of(said(BRAND, "cleo", Stage.HIRED, 0)), of(BRAND));
    }

    private static FeedbackObservation kept(String handle, Stage stage, int second) {
        return new FeedbackObservation(Identity.of(Handle.tiktok(handle)), BRAND, stage, NOON.plusSeconds(second));
    }

    @Test
    void what_a_failed_transaction_said_was_never_said() {
        ports.feedbackLog().record(said(BRAND, "ada", Stage.HIRED, 0));
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.feedbackLog().record(said(BRAND, "ada", Stage.DISMISSED, 1));
            throw new IllegalStateException("broken off");
        }));
        assertEquals(List.of(said(BRAND, "ada", Stage.HIRED, 0)), of(BRAND));
    }
}
