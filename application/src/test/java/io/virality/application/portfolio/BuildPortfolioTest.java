package io.virality.application.portfolio;

import static io.virality.application.port.CreatorTextsContract.saying;
import static io.virality.application.port.Observations.NOON;
import static io.virality.application.port.Observations.by;
import static io.virality.application.port.Observations.dollars;
import static io.virality.application.port.Observations.identity;
import static io.virality.application.port.Observations.video;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.application.Failure;
import io.virality.application.port.InMemoryPortfolioSolver;
import io.virality.application.port.Observations;
import io.virality.application.port.StoredPorts;
import io.virality.application.recommendation.InMemoryCandidates;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.model.TrainingProgress;
import io.virality.domain.portfolio.AtLeast;
import io.virality.domain.portfolio.Constraint;
import io.virality.domain.portfolio.Group;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Portfolio.Pick;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Prospect;
import io.virality.domain.portfolio.Terms;
import io.virality.domain.pricing.Price;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Expectations;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.domain.recommendation.Goal;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.recommendation.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BuildPortfolioTest {

    private static final Brand BRAND = new Brand("Green Face");

    private final StoredPorts ports = StoredPorts.inMemory();
    private final BuildPortfolio buildPortfolio = new BuildPortfolio(
            InMemoryCandidates.over(ports),
            ports.creatorIndex(),
            ports.portraits(),
            ports.feedbackLog(),
            ports.earnings(),
            new InMemoryPortfolioSolver(),
            Tiers.STANDARD);

    /** Six who bake, the n-th with about 10,000 n views a video, and one who plays and is watched more than all of them. */
    @BeforeEach
    void creators() {
        for (int i = 1; i <= 6; i++) {
            creator("baker" + i, "sourdough bread", 10_000 * i);
        }
        creator("gamer", "speedruns every night", 900_000);
        ports.creators().refresh();
    }

    private void creator(String handle, String biography, long views) {
        ports.creators().record(List.of(saying(handle, biography, "en", "Food", by("files", NOON))));
        for (int j = 0; j < 6; j++) {
            ports.videos()
                    .record(List.of(video(
                            handle,
                            handle + j,
                            NOON.plusSeconds(j),
                            views * (j % 2 == 0 ? 8 : 12) / 10,
                            9,
                            by("files", NOON))));
        }
    }

    private static Brief brief(String budget, Set<String> unsafe) {
        return new Brief(
                "sourdough bread",
                Optional.of(BRAND),
                Goal.REACH,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Set.of(),
                Collections.emptySortedSet(),
                Optional.ofNullable(budget).map(Observations::dollars),
                List.of(),
                new TreeSet<>(unsafe),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Weights.STANDARD,
                Optional.empty());
    }

    private static Terms terms(Map<String, Terms.Asked> prices, Set<String> among, Constraint... limits) {
        return new Terms(
                Plan.Aim.EXPECTED,
                List.of(limits),
                Optional.empty(),
                Optional.of(BigDecimal.valueOf(6)),
                Map.of(),
                prices,
                among,
                Terms.USUALLY_CLOSEST,
                1);
    }

    private Proposal build(String budget, Terms terms) {
        return buildPortfolio.build(brief(budget, Set.of()), terms, progress -> {});
    }

    private static Map<String, Price.Basis> chosen(Proposal proposal) {
        Map<String, Price.Basis> chosen = new TreeMap<>();
        proposal.portfolio().picks().stream()
                .map(Pick::candidate)
                .forEach(prospect ->
                        chosen.put(prospect.handle(), prospect.price().basis()));
        return chosen;
    }

    private void say(String handle, Stage stage) {
        ports.feedbackLog().record(new Feedback(BRAND, Handle.tiktok(handle), stage, NOON));
    }

    @Test
    void those_that_answer_to_the_brief_are_chosen_from_and_not_who_is_watched_most() {
        Proposal proposal = build("10000", terms(Map.of(), Set.of()));
        assertEquals(
                Set.of("baker1", "baker2", "baker3", "baker4", "baker5", "baker6"),
                chosen(proposal).keySet());
        assertEquals(Origin.REAL, proposal.found().origin());
        assertEquals(Optional.of(NOON), proposal.found().asOf());
    }

    @Test
    void what_is_expected_of_a_creator_is_what_recommendations_expect() {
        Proposal proposal = build("10000", terms(Map.of(), Set.of()));
        List<Portrait> crowd = ports.portraits().page(0, 10).stream()
                .filter(portrait -> !portrait.handle().orElseThrow().name().equals("gamer"))
                .toList();
        Expectations expectations = new Expectations(crowd, false, Tiers.STANDARD);
        for (Pick pick : proposal.portfolio().picks()) {
            Portrait portrait = crowd.stream()
                    .filter(one -> one.handle()
                            .orElseThrow()
                            .name()
                            .equals(pick.candidate().handle()))
                    .findFirst()
                    .orElseThrow();
            double usual = expectations.of(portrait).orElseThrow().value();
            double spread = pick.candidate().value().spread();
            // At 10 a thousand views; few videos bring much, so that the mean is above the usual.
            assertEquals(
                    usual * Math.exp(spread * spread / 2) / 100,
                    pick.candidate().value().expected(),
                    1e-6);
        }
    }

    @Test
    void whom_the_brand_dismissed_is_left_out_and_whom_it_hired_is_marked() {
        say("baker6", Stage.DISMISSED);
        say("baker5", Stage.HIRED);
        Proposal proposal = build("10000", terms(Map.of(), Set.of()));
        assertEquals(Map.of("dismissed by the brand", 1L), proposal.found().leftOut());
        Prospect hired = proposal.portfolio().picks().stream()
                .map(Pick::candidate)
                .filter(prospect -> prospect.handle().equals("baker5"))
                .findFirst()
                .orElseThrow();
        assertEquals(Optional.of(Stage.HIRED), hired.stage());
    }

    @Test
    void a_shortlist_is_chosen_from_alone_even_if_the_words_do_not_answer() {
        Proposal proposal = build("10000", terms(Map.of(), Set.of("baker2", "@Gamer")));
        assertEquals(Set.of("baker2", "gamer"), chosen(proposal).keySet());

        Proposal safe = buildPortfolio.build(
                brief("10000", Set.of("speedruns")), terms(Map.of(), Set.of("baker2", "gamer")), progress -> {});
        assertEquals(Set.of("baker2"), chosen(safe).keySet());
        assertTrue(
                safe.caveats().contains("@gamer of the shortlist is left out: uses a brand-safety term."),
                safe.caveats()::toString);

        Failure unknown = assertThrows(Failure.class, () -> build("10000", terms(Map.of(), Set.of("nobody"))));
        assertEquals(Failure.Kind.NOT_FOUND, unknown.kind());
    }

    @Test
    void a_given_price_counts_before_one_that_was_paid_and_that_before_an_estimate() {
        for (String handle : List.of("baker1", "baker2")) {
            ports.facts()
                    .record(List.of(new FactObservation(
                            new Sponsorship(
                                    identity(handle),
                                    new Brand("Other"),
                                    Optional.empty(),
                                    Sponsorship.Evidence.CONTRACT,
                                    Optional.empty(),
                                    OptionalLong.of(2),
                                    List.of(),
                                    Optional.of(dollars("100"))),
                            by("contracts", NOON))));
        }
        Proposal proposal = build(
                "10000",
                terms(
                        Map.of("@baker1", new Terms.Asked(BigDecimal.valueOf(40), Optional.empty())),
                        Set.of("baker1", "baker2", "baker3")));
        assertEquals(
                Map.of(
                        "baker1", Price.Basis.GIVEN,
                        "baker2", Price.Basis.QUOTED,
                        "baker3", Price.Basis.ESTIMATED),
                chosen(proposal));
        // 40, half of 100, and 30,000 views at 6 a thousand.
        assertEquals(dollars("270"), proposal.portfolio().best().price());
    }

    @Test
    void limits_that_clash_are_named_and_no_others() {
        Failure failure = assertThrows(
                Failure.class,
                () -> build(
                        "10000",
                        terms(
                                Map.of(),
                                Set.of(),
                                new AtLeast(Group.EVERYONE, 2),
                                new AtLeast(new Group(Group.Kind.TIER, "mega"), 1))));
        assertEquals(Failure.Kind.INFEASIBLE, failure.kind());
        assertEquals("no set of the candidates has at least 1 creator of tier mega", failure.getMessage());
    }

    @Test
    void progress_ends_when_all_is_compared() {
        List<TrainingProgress> told = new ArrayList<>();
        buildPortfolio.build(brief("10000", Set.of()), terms(Map.of(), Set.of()), told::add);
        TrainingProgress last = told.get(told.size() - 1);
        assertEquals(last.of(), last.done());
    }

    @Test
    void without_a_budget_nothing_is_chosen() {
        assertEquals(
                Failure.Kind.INVALID_INPUT,
                assertThrows(Failure.class, () -> build(null, terms(Map.of(), Set.of())))
                        .kind());
    }
}
