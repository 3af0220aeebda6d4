package io.virality.domain.planted;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Domain that takes the time, or its luck, from nobody in particular: one way a class. */
public final class TimeAndChance {

    private TimeAndChance() {}

    /** The time. */
    public static final class InstantNow {
        Instant now = Instant.now();
    }

    /** The time, by reference. */
    public static final class InstantNowByReference {
        Supplier<Instant> now = Instant::now;
    }

    /** The date of the machine. */
    public static final class LocalDateTimeNow {
        LocalDateTime now = LocalDateTime.now();
    }

    /** The time of the machine's zone. */
    public static final class ZonedDateTimeNow {
        ZonedDateTime now = ZonedDateTime.now();
    }

    /** The date in a stated zone is still that of the machine's clock. */
    public static final class DateInZone {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
    }

    /** A clock that nobody passed in. */
    public static final class OwnClock {
        Clock clock = Clock.systemUTC();
    }

    /** Milliseconds of the machine. */
    public static final class CurrentTimeMillis {
        long now = System.currentTimeMillis();
    }

    /** Nanoseconds of the machine. */
    public static final class NanoTime {
        long now = System.nanoTime();
    }

    /** Unseeded luck. */
    public static final class MathRandom {
        double luck = Math.random();
    }

    /** A generator without a seed. */
    public static final class UnseededRandom {
        Random random = new Random();
    }

    /** A splittable generator without a seed. */
    public static final class UnseededSplittableRandom {
        SplittableRandom random = new SplittableRandom();
    }

    /** A generator of the thread's, which takes no seed. */
    public static final class RandomOfTheThread {
        double luck = ThreadLocalRandom.current().nextDouble();
    }

    /** A random id. */
    public static final class RandomId {
        UUID id = UUID.randomUUID();
    }

    /** An unseeded order. */
    public static final class Shuffled {
        Shuffled(List<String> names) {
            Collections.shuffle(names);
        }
    }

    /** Allowed: time from a clock, chance from a seed. */
    public static final class FromOutside {
        Instant now;
        LocalDate today;
        Random random;

        FromOutside(Clock clock, long seed, List<String> names) {
            now = Instant.now(clock);
            today = LocalDate.now(clock);
            random = new Random(seed);
            Collections.shuffle(names, random);
        }
    }
}
