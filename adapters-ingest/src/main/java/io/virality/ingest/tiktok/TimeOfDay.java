package io.virality.ingest.tiktok;

import java.time.LocalTime;
import java.util.List;

/** When simulated creators post, by their local time. */
enum TimeOfDay {
    NIGHT(0, 6, 6, .80),
    MORNING(6, 11, 18, 1.00),
    AFTERNOON(11, 18, 32, 1.00),
    EVENING(18, 24, 44, 1.25);

    static final List<TimeOfDay> ALL = List.of(values());

    private final int from;
    private final int until;
    private final double weight;
    private final double views;

    TimeOfDay(int from, int until, double weight, double views) {
        this.from = from;
        this.until = until;
        this.weight = weight;
        this.views = views;
    }

    static TimeOfDay of(LocalTime time) {
        return ALL.stream()
                .filter(part -> time.getHour() < part.until)
                .findFirst()
                .orElseThrow();
    }

    /** How many videos are posted in it, relative to the other parts of the day. */
    double weight() {
        return weight;
    }

    /** The planted factor on views. */
    double views() {
        return views;
    }

    /** Some moment in it. */
    LocalTime moment(Chance chance) {
        return LocalTime.ofSecondOfDay((long) chance.between(from * 3_600, until * 3_600));
    }
}
