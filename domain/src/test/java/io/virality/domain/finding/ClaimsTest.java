package io.virality.domain.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.virality.domain.creator.Origin;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.VideoHistory;
import io.virality.domain.stats.Interval;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimsTest {

    private static final Question QUESTION = new VideoHistory();
    private static final Map<Question, Evidence> EVIDENCE = Map.of(
            QUESTION,
            new Evidence(
                    new Statement("sqlite", "select 1"),
                    List.of(),
                    Map.of(),
                    1,
                    0,
                    Optional.empty(),
                    Origin.SIMULATED));

    @Test
    void ids_are_those_of_one_claim_each() {
        assertEquals(6, Claims.ALL.stream().map(Claim::id).distinct().count());
        Claims.ALL.forEach(claim -> assertEquals(Optional.of(claim), Claims.named(claim.id())));
        assertEquals(Optional.empty(), Claims.named("moon-is-cheese"));
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, .01, SUPPORTED",
        "0.5, .01, CONTRADICTED",
        "2.0, .06, INCONCLUSIVE",
        "0.5, .06, INCONCLUSIVE",
    })
    void the_side_and_the_p_value_decide(double estimate, double p, Finding.Verdict verdict) {
        assertEquals(verdict, judge(tested(effect(estimate, p))).get(0).verdict());
    }

    @Test
    void the_more_claims_are_tested_the_stronger_each_must_be() {
        List<Finding> findings = judge(tested(effect(2, .02)), tested(effect(2, .04)), tested(effect(2, .5)));
        assertEquals(.06, ((Finding.Tested) findings.get(0)).p(), 1e-15);
        assertEquals(Finding.Verdict.INCONCLUSIVE, findings.get(0).verdict());
    }

    @Test
    void a_claim_that_cannot_be_tested_costs_the_others_nothing() {
        List<Finding> findings = judge(new Trial.Untestable(List.of("everything")), tested(effect(2, .04)));
        assertEquals(
                List.of("everything"),
                assertInstanceOf(Finding.NotTestable.class, findings.get(0)).missing());
        assertEquals(Finding.Verdict.SUPPORTED, findings.get(1).verdict());
    }

    @Test
    void all_effects_must_hold_and_the_weakest_decides() {
        assertEquals(.03, tested(effect(2, .01), effect(3, .03)).pValue());
    }

    @Test
    void one_effect_on_the_other_side_contradicts_corrected_for_its_choice() {
        Trial.Tested trial = tested(effect(2, .001), effect(.5, .01));
        assertEquals(.02, trial.pValue());
        assertEquals(Finding.Verdict.CONTRADICTED, judge(trial).get(0).verdict());
    }

    @Test
    void a_finding_on_simulated_data_says_so_and_shows_its_statement() {
        Grounds grounds = judge(tested(effect(2, .01))).get(0).grounds();
        assertEquals(Origin.SIMULATED, grounds.origin());
        assertEquals(
                List.of("select 1"),
                grounds.statements().values().stream().map(Statement::text).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2.0, 1.5, AGREES",
        "2.0, 0.5, LEANS_THE_SAME",
        "0.5, 0.1, LEANS_AGAINST",
        "0.5, 0.4, DISAGREES",
    })
    void a_check_agrees_or_not(double estimate, double low, Check.Agreement agreement) {
        double high = agreement == Check.Agreement.LEANS_AGAINST ? 1.5 : estimate;
        Effect other = new Effect("ratio", estimate, new Interval(low, high, .95), 1, .5, List.of());
        assertEquals(
                agreement, Check.of("mean", Optional.of(other), effect(2, .01)).says());
        assertEquals(
                Check.Agreement.NOT_POSSIBLE,
                Check.of("mean", Optional.empty(), effect(2, .01)).says());
    }

    private static Effect effect(double estimate, double p) {
        return new Effect("ratio", estimate, new Interval(estimate, estimate, .95), 1, p, List.of());
    }

    private static Trial.Tested tested(Effect... effects) {
        return new Trial.Tested(QUESTION, List.of(effects), List.of(), List.of());
    }

    private static List<Finding> judge(Trial... trials) {
        List<Claim> claims = List.of(trials).stream().map(ClaimsTest::claim).toList();
        return Claims.judge(claims, EVIDENCE);
    }

    private static Claim claim(Trial trial) {
        return new Claim() {
            @Override
            public String id() {
                return "made-up";
            }

            @Override
            public String words() {
                return "Something is so.";
            }

            @Override
            public Hypothesis hypothesis() {
                return new Hypothesis("a ratio", "it is above 1", "nothing");
            }

            @Override
            public List<Question> questions() {
                return List.of(QUESTION);
            }

            @Override
            public Trial test(Map<Question, Evidence> evidence) {
                return trial;
            }
        };
    }
}
