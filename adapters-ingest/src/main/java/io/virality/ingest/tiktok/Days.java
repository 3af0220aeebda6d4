package io.virality.ingest.tiktok;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Days in UTC, as a video query is asked for them.
 *
 * @param first the first
 * @param last the last, which belongs to them
 */
record Days(LocalDate first, LocalDate last) {

    /** How TikTok writes dates. */
    static final DateTimeFormatter FORM = DateTimeFormatter.BASIC_ISO_DATE;

    /** @throws IllegalArgumentException if they end before they start */
    Days {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("days from " + first + " to " + last);
        }
    }

    /** How many there are. */
    int count() {
        return (int) ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The same days in parts of at most so many, in order. */
    List<Days> parts(int most) {
        List<Days> parts = new ArrayList<>();
        for (LocalDate start = first; !start.isAfter(last); start = start.plusDays(most)) {
            LocalDate end = start.plusDays(most - 1L);
            parts.add(new Days(start, end.isAfter(last) ? last : end));
        }
        return parts;
    }
}
