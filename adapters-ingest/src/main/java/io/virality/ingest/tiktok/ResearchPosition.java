package io.virality.ingest.tiktok;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a row of a video search stands, and all that is needed to go on behind it.
 *
 * @param days the days that the search covers
 * @param cursor where its page starts, counted in candidates
 * @param searchId what TikTok called the search; empty on the first page
 * @param row the row's number on the page
 */
record ResearchPosition(Days days, long cursor, Optional<String> searchId, int row) {

    private static final Pattern FORM = Pattern.compile("([0-9]{8})-([0-9]{8})/([0-9]{1,18})/([^/]*)/([0-9]{1,8})");

    @Override
    public String toString() {
        return days.first().format(Days.FORM)
                + "-"
                + days.last().format(Days.FORM)
                + "/"
                + cursor
                + "/"
                + searchId.orElse("")
                + "/"
                + row;
    }

    /** The position that such a text describes; empty if it is of another form. */
    static Optional<ResearchPosition> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ResearchPosition(
                    new Days(LocalDate.parse(parts.group(1), Days.FORM), LocalDate.parse(parts.group(2), Days.FORM)),
                    Long.parseLong(parts.group(3)),
                    Optional.of(parts.group(4)).filter(id -> !id.isEmpty()),
                    Integer.parseInt(parts.group(5))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
