package io.virality.ingest.tiktok;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * An invented TikTok: creators, each with a history of so many days. All follows from the seed and the first day. A
 * creator does not depend on how many others there are, nor a day on how many come after it.
 *
 * @param seed another seed, another world
 * @param creators how many creators there are
 * @param firstDay the day of the first observation
 * @param days how many daily observations there are
 */
record SimulatedWorld(long seed, int creators, LocalDate firstDay, int days) {

    private static final LocalTime OBSERVED = LocalTime.of(23, 0);

    /** The creator of that index, counted from 0. */
    SimulatedCreator creator(int index) {
        // Seeds next to each other give unrelated streams; multiples of the generator's step would not.
        return SimulatedCreator.draw(this, index, new Chance(new Chance(seed).seed() + index));
    }

    /** When the counts of a day, counted from 0, are observed. The day is the 24 hours before. */
    Instant observedAt(int day) {
        return Instant.ofEpochSecond(firstDay.toEpochSecond(OBSERVED, ZoneOffset.UTC))
                .plus(day, ChronoUnit.DAYS);
    }

    static boolean weekend(DayOfWeek day) {
        return day.compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    /**
     * An id as TikTok makes them: the time in the upper 32 bits, chance in the lower.
     *
     * @param number what tells the thing from all others of its kind: different numbers give different ids
     */
    String id(Instant time, int number) {
        return Long.toUnsignedString(time.getEpochSecond() << 32 | Integer.toUnsignedLong(scramble(number)));
    }

    /** One-to-one, so that ids never collide: the last steps of MurmurHash3 (Austin Appleby, public domain). */
    private int scramble(int number) {
        int bits = number ^ (int) new Chance(seed).seed();
        bits = (bits ^ bits >>> 16) * 0x85ebca6b;
        bits = (bits ^ bits >>> 13) * 0xc2b2ae35;
        return bits ^ bits >>> 16;
    }
}
