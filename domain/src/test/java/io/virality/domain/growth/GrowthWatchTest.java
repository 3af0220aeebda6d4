package io.virality.domain.growth;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GrowthWatchTest {

    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final int SEEDS = 200;
    private static final int DAYS = 60;

    /** How many days a stale cache is behind. */
    private static final int OLDEST = 5;

    /** How a quiet series looks. */
    private enum Quiet {
        SMALL(20_000, .004, .002, false, false),
        LARGE(400_000, .002, .001, false, false),
        WEEKLY(400_000, .004, .002, true, false),
        ROUNDED(3_000_000, .003, .001, false, false),
        ROUNDED_AND_LARGE(60_000_000, .002, .001, true, false),
        FLAPPING(60_000_000, .002, .001, false, true),
        FLAPPING_UNROUNDED(700_000, .006, .002, false, true),
        FALLING(90_000, -.003, .001, false, false),
        STANDING(90_000, 0, .002, false, false),
        RESTLESS(90_000, 0, .01, false, false);

        private final long followers;
        private final double daily;
        private final double spread;
        private final boolean weekly;
        private final boolean flapping;

        Quiet(long followers, double daily, double spread, boolean weekly, boolean flapping) {
            this.followers = followers;
            this.daily = daily;
            this.spread = spread;
            this.weekly = weekly;
            this.flapping = flapping;
        }

        /** With a change of so much on one day. */
        List<DailyCount> series(long seed, int day, double change) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] truth = new double[DAYS];
            double followers = this.followers;
            for (int i = 0; i < DAYS; i++) {
                boolean weekend = weekly && START.plusDays(i).getDayOfWeek().getValue() > 5;
                double growth = daily * (weekend ? 3 : 1) + spread * random.nextGaussian() + (i == day ? change : 0);
                followers *= Math.exp(growth);
                truth[i] = followers;
            }
            List<DailyCount> counts = new ArrayList<>();
            for (int i = 0; i < DAYS; i++) {
                int age = flapping && random.nextInt(4) == 0 ? random.nextInt(1, OLDEST + 1) : 0;
                counts.add(new DailyCount(START.plusDays(i), rounded(truth[Math.max(0, i - age)])));
            }
            return counts;
        }

        private static long rounded(double count) {
            return count < 1e6 ? Math.round(count) : Math.round(count / 1e5) * 100_000;
        }
    }

    @ParameterizedTest
    @EnumSource(Quiet.class)
    void at_most_one_in_twenty_of_200_quiet_series_raises_an_alarm(Quiet quiet) {
        long alarmed = IntStream.range(0, SEEDS)
                .filter(seed -> !GrowthWatch.alarms(quiet.series(seed, -1, 0)).isEmpty())
                .count();
        assertTrue(alarmed <= SEEDS / 20, alarmed + " of " + SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Quiet.class)
    void four_in_five_spikes_planted_in_200_series_are_found_within_a_day(Quiet quiet) {
        long found = found(quiet, .12, GrowthAlarm.Direction.SPIKE);
        assertTrue(found >= SEEDS * 4 / 5, found + " of " + SEEDS);
    }

    @ParameterizedTest
    @EnumSource(Quiet.class)
    void so_are_planted_dips(Quiet quiet) {
        long found = found(quiet, -.12, GrowthAlarm.Direction.DIP);
        assertTrue(found >= SEEDS * 4 / 5, found + " of " + SEEDS);
    }

    private static long found(Quiet quiet, double change, GrowthAlarm.Direction direction) {
        return IntStream.range(0, SEEDS)
                .filter(seed -> {
                    int day = 8 + seed % 44;
                    return GrowthWatch.alarms(quiet.series(seed, day, change)).stream()
                            .anyMatch(alarm -> alarm.direction() == direction
                                    && Math.abs(alarm.day().toEpochDay()
                                                    - START.plusDays(day).toEpochDay())
                                            <= (quiet.flapping ? OLDEST : 1));
                })
                .count();
    }
}
