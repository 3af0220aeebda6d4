package io.virality.domain.experiment;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What is to be expected of an experiment. What was not asked for, or cannot be, is empty.
 *
 * @param lift that is to be found, as a part of the control's value
 * @param unitsNeeded to find it, in all variations together
 * @param unitsByVariation the same, the control first
 * @param daysNeeded to have them
 * @param units that there will be
 * @param detectable the least lift that they find
 * @param power how likely they find the lift
 */
public record Outlook(
        Sizing sizing,
        OptionalDouble lift,
        OptionalDouble unitsNeeded,
        List<Long> unitsByVariation,
        OptionalDouble daysNeeded,
        OptionalDouble units,
        OptionalDouble detectable,
        OptionalDouble power) {

    /**
     * Looks ahead.
     *
     * @param lift that is to be found
     * @param units that there will be; if empty, those of the traffic in the days
     * @param unitsPerDay how many come
     * @param days how long it may run
     */
    public static Outlook of(
            Sizing sizing, OptionalDouble lift, OptionalDouble units, OptionalDouble unitsPerDay, OptionalDouble days) {
        lift.ifPresent(part -> requireNonZero("lift", part));
        units.ifPresent(number -> requirePositive("the number of units", number));
        unitsPerDay.ifPresent(number -> requirePositive("the number of units per day", number));
        days.ifPresent(number -> requirePositive("the number of days", number));
        OptionalDouble expected = units.isPresent() || unitsPerDay.isEmpty() || days.isEmpty()
                ? units
                : OptionalDouble.of(unitsPerDay.getAsDouble() * days.getAsDouble());
        if (lift.isEmpty() && expected.isEmpty()) {
            throw new IllegalArgumentException(
                    "say which lift is to be found, or how many units there will be, or units per day and days");
        }
        OptionalDouble needed = lift.isPresent() ? sizing.units(lift.getAsDouble()) : OptionalDouble.empty();
        List<Long> byVariation = needed.isPresent()
                ? sizing.shares().stream()
                        .map(share -> (long) Math.ceil(share * needed.getAsDouble() - 1e-6))
                        .toList()
                : List.of();
        OptionalDouble whole = byVariation.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        byVariation.stream().mapToLong(Long::longValue).sum());
        return new Outlook(
                sizing,
                lift,
                whole,
                byVariation,
                whole.isPresent() && unitsPerDay.isPresent()
                        ? OptionalDouble.of(Math.ceil(whole.getAsDouble() / unitsPerDay.getAsDouble()))
                        : OptionalDouble.empty(),
                expected,
                expected.isPresent() ? sizing.detectable(expected.getAsDouble()) : OptionalDouble.empty(),
                expected.isPresent() && lift.isPresent()
                        ? OptionalDouble.of(sizing.power(expected.getAsDouble(), lift.getAsDouble()))
                        : OptionalDouble.empty());
    }

    private static void requireNonZero(String what, double value) {
        if (value == 0 || !Double.isFinite(value)) {
            throw new IllegalArgumentException("the " + what + " must be other than 0, not " + value);
        }
    }

    private static void requirePositive(String what, double value) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be above 0, not " + value);
        }
    }
}
