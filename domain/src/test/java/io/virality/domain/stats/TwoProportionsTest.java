package io.virality.domain.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Against {@code experiment_values.py}. */
class TwoProportionsTest {

    private static final Proportion CONTROL = new Proportion(7, 40);
    private static final TwoProportions BOTH = new TwoProportions(CONTROL, new Proportion(12, 50));

    @Test
    void intervals_of_a_share() {
        assertInterval(0.05724913830063551, 0.2927508616993645, CONTROL.wald(.95));
        assertInterval(0.0874541374603592, 0.3194999033178772, CONTROL.wilson(.95));
        assertInterval(0.08430825715148234, 0.32264578362675406, CONTROL.agrestiCoull(.95));
        assertInterval(0.07338272935208517, 0.32779013336158586, CONTROL.clopperPearson(.95));
        assertInterval(0.08185393408002505, 0.31317231261408185, CONTROL.jeffreys(.95));
    }

    @Test
    void shares_of_none_and_all_stay_within_0_and_1() {
        Proportion none = new Proportion(0, 20);
        Proportion all = new Proportion(20, 20);
        assertInterval(0, 0.1611251580528194, none.wilson(.95));
        assertInterval(0, 0.16843347098308534, none.clopperPearson(.95));
        assertInterval(0.8315665290169146, 1, all.clopperPearson(.95));
        assertInterval(0.810190439457511, 1, all.agrestiCoull(.95));
        assertThrows(IllegalArgumentException.class, () -> new Proportion(3, 2));
    }

    @Test
    void intervals_of_a_difference() {
        assertEquals(.065, BOTH.difference(), 1e-12);
        assertInterval(-0.1019697793279821, 0.2319697793279821, BOTH.wald(.95));
        assertInterval(-0.10767248052971204, 0.2267200995773311, BOTH.agrestiCaffo(.95));
        assertInterval(-0.1090525306601225, 0.22516955580530362, BOTH.newcombe(.95));
        assertInterval(-0.1097729869904557, 0.2275185259426315, BOTH.score(.95));
        assertInterval(0.5954519257302927, 3.158636734987266, BOTH.riskRatio(.95));
    }

    @Test
    void the_chi_squared_test_is_the_pooled_z_test() {
        ChiSquare test = ChiSquare.ofGroups(new double[] {7, 12}, new double[] {40, 50});
        assertEquals(0.5637509266123053, test.statistic(), 1e-12);
        assertEquals(0.4527528728437268, test.pValue(), 1e-12);
        assertEquals(BOTH.pooledZ() * BOTH.pooledZ(), test.statistic(), 1e-12);
        assertEquals(TwoProportions.pValue(BOTH.pooledZ()), test.pValue(), 1e-12);
        ChiSquare careful = ChiSquare.ofGroupsWithContinuity(new double[] {7, 12}, new double[] {40, 50});
        assertEquals(0.24101186063750918, careful.statistic(), 1e-12);
        assertEquals(0.6234762490622879, careful.pValue(), 1e-12);
    }

    @Test
    void the_sign_test_is_exact() {
        assertEquals(0.002599477767944336, new SignTest(4, 23).pValue(), 1e-15);
        assertEquals(0.002599477767944336, new SignTest(19, 23).pValue(), 1e-15);
        assertEquals(1, new SignTest(5, 10).pValue());
    }

    private static void assertInterval(double low, double high, Interval interval) {
        assertEquals(low, interval.low(), 1e-9);
        assertEquals(high, interval.high(), 1e-9);
    }
}
