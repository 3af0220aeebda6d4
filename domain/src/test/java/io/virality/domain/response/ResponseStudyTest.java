package io.virality.domain.response;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.virality.domain.response.ResponseStudy.ChannelResponse;
import io.virality.domain.response.ResponseStudy.Sure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ResponseStudyTest {

    private static final Curve TRUE = new Curve(.5, 250, 1.5, 400);
    private static final int SIMULATIONS = 200;
    private static final int DRAWS = 100;

    /** What an interval is claimed to cover, in the order of {@link #truth}. */
    private static final List<String> FIGURES =
            List.of("carry-over", "half", "shape", "most", "brought today", "marginal today");

    @Test
    void intervals_of_90_percent_cover_what_was_simulated_in_85_to_95_percent_of_200_seeded_simulations() {
        int[] covered = new int[FIGURES.size()];
        for (int seed = 0; seed < SIMULATIONS; seed++) {
            ChannelResponse found =
                    study(simulated(seed, 150, 50), seed).channels().get(0);
            List<Sure> figures = List.of(
                    found.carryOver(), found.half(), found.shape(), found.most(), found.brought(), found.marginal());
            double[] truth = truth(found.today());
            for (int i = 0; i < truth.length; i++) {
                Sure sure = figures.get(i);
                if (sure.interval().low() <= truth[i]
                        && truth[i] <= sure.interval().high()) {
                    covered[i]++;
                }
            }
        }
        for (int i = 0; i < covered.length; i++) {
            double share = covered[i] / (double) SIMULATIONS;
            assertTrue(share >= .85 && share <= .95, FIGURES.get(i) + " is covered in " + share);
        }
    }

    private static double[] truth(double today) {
        return new double[] {
            TRUE.carryOver(), TRUE.half(), TRUE.shape(), TRUE.most(), TRUE.steady(today), TRUE.marginal(today)
        };
    }

    @Test
    void without_noise_the_curve_is_found_again() {
        Curve found = study(simulated(7, 150, 0), 1).channels().get(0).curve();
        assertEquals(TRUE.carryOver(), found.carryOver(), .02);
        assertEquals(TRUE.half(), found.half(), .05 * TRUE.half());
        assertEquals(TRUE.most(), found.most(), .05 * TRUE.most());
    }

    @Test
    void the_same_seed_says_the_same() {
        ResponseStudy one = study(simulated(3, 100, 40), 5);
        assertEquals(one.channels(), study(simulated(3, 100, 40), 5).channels());
    }

    @Test
    void what_the_data_cannot_carry_is_said() {
        MediaSeries moving = simulated(3, 100, 40);
        double[] constant = new double[100];
        Arrays.fill(constant, 50);
        double[] together =
                Arrays.stream(moving.spend()[0]).map(amount -> 3 * amount).toArray();
        MediaSeries series = new MediaSeries(
                List.of("moving", "together", "constant"),
                new double[][] {moving.spend()[0], together, constant},
                moving.value(),
                new double[0][],
                0);
        List<ChannelResponse> channels = study(series, 1).channels();
        assertTrue(
                channels.get(0).warnings().stream().anyMatch(words -> words.contains("spent together with together")));
        assertTrue(channels.get(2).warnings().stream().anyMatch(words -> words.contains("hardly varies")));
    }

    @Test
    void too_few_periods_are_refused_in_words() {
        MediaSeries series = simulated(1, 15, 1);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> study(series, 1))
                .getMessage()
                .contains("15 periods are too few"));
    }

    @Test
    void another_division_is_worth_something_only_against_todays() {
        MediaSeries one = simulated(1, 150, 20);
        MediaSeries other = simulated(2, 150, 20);
        double[] idle =
                Arrays.stream(other.spend()[0]).map(amount -> amount / 10).toArray();
        double[] value = new double[150];
        Arrays.setAll(value, i -> one.value()[i] + 1);
        MediaSeries both = new MediaSeries(
                List.of("works", "idle"), new double[][] {one.spend()[0], idle}, value, new double[0][], 0);
        ResponseStudy study = ResponseStudy.of(
                both,
                Optional.of(List.of(new Allocation.Limits(0, 500), new Allocation.Limits(0, 500))),
                Optional.empty(),
                1,
                DRAWS);
        ResponseStudy.Division division = study.division().orElseThrow();
        assertEquals(division.budget(), Arrays.stream(division.today()).sum(), 1e-9 * division.budget());
        assertTrue(Arrays.stream(division.best()).sum() <= division.budget() * (1 + 1e-9));
        assertTrue(division.gain().value() >= 0);
        assertTrue(division.best()[0] >= division.today()[0] * .95);
    }

    private static ResponseStudy study(MediaSeries series, long seed) {
        return ResponseStudy.of(series, Optional.empty(), Optional.empty(), seed, DRAWS);
    }

    /** A trend, a channel that acts as {@link #TRUE}, and noise. */
    private static MediaSeries simulated(long seed, int periods, double noise) {
        SplittableRandom random = new SplittableRandom(seed * 7_919 + 3);
        double[] spend = new double[periods];
        for (int i = 0; i < periods; i++) {
            spend[i] = random.nextInt(5) == 0 ? 0 : 100 * Math.exp(.8 * normal(random));
        }
        double[] share = Curve.saturation(Curve.effective(spend, TRUE.carryOver()), TRUE.half(), TRUE.shape());
        double[] value = new double[periods];
        for (int i = 0; i < periods; i++) {
            value[i] = 500 + 100.0 * i / periods + TRUE.most() * share[i] + noise * normal(random);
        }
        return new MediaSeries(List.of("a"), new double[][] {spend}, value, new double[0][], 0);
    }

    private static double normal(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
