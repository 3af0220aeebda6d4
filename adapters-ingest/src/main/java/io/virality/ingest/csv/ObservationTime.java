package io.virality.ingest.csv;

import io.virality.spi.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When the counts of a file held that does not say it row by row.
 *
 * @param instant the time
 * @param reason how that is known
 * @param told whether the file itself says so: another file that says the same at another time is another observation
 */
record ObservationTime(Instant instant, String reason, boolean told) {

    private static final Pattern DAY =
            Pattern.compile("(?<![0-9])(20[0-9]{2})([-_. ]?)(0[1-9]|1[0-2])\\2(0[1-9]|[12][0-9]|3[01])(?![0-9])");
    private static final Pattern MONTH = Pattern.compile("(?<![0-9])(20[0-9]{2})[-_. ]?(0[1-9]|1[0-2])(?![0-9])");
    private static final String MONTHS =
            "(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september"
                    + "|october|november|december)";
    private static final Pattern WORDED = Pattern.compile("(?<![a-z])" + MONTHS + "[-_., ]*(20[0-9]{2})(?![0-9])");
    private static final Pattern WORDED_LAST = Pattern.compile("(?<![0-9])(20[0-9]{2})[-_., ]*" + MONTHS + "(?![a-z])");
    private static final String MONTH_STARTS = "janfebmaraprmayjunjulaugsepoctnovdec";

    /**
     * The user's word, else the date in the file's name, else the file's last change.
     *
     * @throws SourceException if what the user says is no time, or the file cannot be read
     */
    static ObservationTime of(Path file, Optional<String> given) throws SourceException {
        if (given.isPresent()) {
            return new ObservationTime(parse(given.get()), "as you say", false);
        }
        try {
            Instant changed = Files.getLastModifiedTime(file).toInstant();
            return named(file.getFileName().toString().toLowerCase(Locale.ROOT), changed)
                    .orElseGet(() -> new ObservationTime(changed, "when the file was last changed", false));
        } catch (IOException e) {
            throw CsvFile.unreadable(file, e);
        }
    }

    private static Optional<ObservationTime> named(String name, Instant changed) {
        Matcher day = DAY.matcher(name);
        if (day.find()) {
            try {
                LocalDate date = LocalDate.of(number(day, 1), number(day, 3), number(day, 4));
                return Optional.of(new ObservationTime(startOf(date), "the date in the file's name", true));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
        return month(name).map(month -> {
            Instant end = startOf(month.atEndOfMonth());
            boolean changedWithin = changed.isBefore(end) && !changed.isBefore(startOf(month.atDay(1)));
            return changedWithin
                    ? new ObservationTime(changed, "when the file was last changed, in the month in its name", false)
                    : new ObservationTime(end, "the end of the month in the file's name", true);
        });
    }

    private static Optional<YearMonth> month(String name) {
        Matcher month = MONTH.matcher(name);
        if (month.find()) {
            return Optional.of(YearMonth.of(number(month, 1), number(month, 2)));
        }
        Matcher worded = WORDED.matcher(name);
        if (worded.find()) {
            return Optional.of(YearMonth.of(number(worded, 2), monthOf(worded.group(1))));
        }
        Matcher last = WORDED_LAST.matcher(name);
        return last.find() ? Optional.of(YearMonth.of(number(last, 1), monthOf(last.group(2)))) : Optional.empty();
    }

    private static int monthOf(String word) {
        return MONTH_STARTS.indexOf(word.substring(0, 3)) / 3 + 1;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static Instant startOf(LocalDate date) {
        return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static Instant parse(String given) throws SourceException {
        try {
            return given.indexOf('T') < 0 ? startOf(LocalDate.parse(given)) : Instant.parse(given);
        } catch (DateTimeParseException e) {
            throw new SourceException(
                    SourceException.Turn.USER,
                    "observedAt '" + given + "' is neither a date (2023-08-31) nor an instant (2023-08-31T12:00:00Z)",
                    e);
        }
    }
}
