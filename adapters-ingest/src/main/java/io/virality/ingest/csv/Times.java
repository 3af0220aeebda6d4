package io.virality.ingest.csv;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times in bytes. */
final class Times {

    private static final int DATE = "yyyy-MM-dd".length();
    private static final int LONGEST = 40;
    private static final double SECONDS_OF_A_DAY = 86_400;

    /** ISO 8601, also with a blank for the T; without a zone it is UTC. */
    private static final DateTimeFormatter FORM = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .optionalEnd()
            .parseDefaulting(ChronoField.HOUR_OF_DAY, 0)
            .parseDefaulting(ChronoField.OFFSET_SECONDS, 0)
            .toFormatter(Locale.ROOT);

    private Times() {}

    /**
     * Days since 1970-01-01 in UTC, with the part of the day that has passed; {@code NaN} where nothing is known.
     *
     * @throws NumberFormatException if it is no time
     */
    static double days(byte[] bytes, int from, int to) {
        if (Numbers.isMissing(bytes, from, to)) {
            return Double.NaN;
        }
        try {
            if (to - from == DATE && bytes[from + 4] == '-' && bytes[from + 7] == '-') {
                return LocalDate.of(digits(bytes, from, 4), digits(bytes, from + 5, 2), digits(bytes, from + 8, 2))
                        .toEpochDay();
            }
            if (to - from > LONGEST) {
                throw new NumberFormatException();
            }
            TemporalAccessor time =
                    FORM.parse(new String(bytes, from, to - from, StandardCharsets.US_ASCII).replace(' ', 'T'));
            return time.getLong(ChronoField.INSTANT_SECONDS) / SECONDS_OF_A_DAY;
        } catch (DateTimeException e) {
            NumberFormatException refusal = new NumberFormatException();
            refusal.initCause(e);
            throw refusal;
        }
    }

    private static int digits(byte[] bytes, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                throw new NumberFormatException();
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }
}
