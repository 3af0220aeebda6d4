package io.virality.ingest.csv;

import io.virality.spi.Fields;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * From a cell's text to a field's text. What does not look like the conversion's input stays as it is, to be refused
 * for what it is.
 */
enum Conversion {
    /** The field's text as it stands. */
    PLAIN(UnaryOperator.identity()),
    /** {@code 13.8M}, {@code 622.6k} and {@code 1,234,567} are whole numbers. */
    COMPACT(Conversion::wholeNumber),
    /** {@code 16.60%} is a fraction. */
    PERCENT(Conversion::fraction),
    /** Seconds since 1970 are an instant. */
    EPOCH_SECONDS(Conversion::instantOfSeconds),
    /** A date is its first moment in UTC. */
    DATE(text -> startOfDay(text, 0)),
    /** {@code ['fyp', 'duet']}, as Python and JSON write lists, is words. */
    LIST(Conversion::words),
    /** The handle in the address of a profile. */
    ADDRESS(Conversion::handleInAddress),
    /** A country's English name is its two letters. */
    COUNTRY(Conversion::countryCode),
    /** The last day of a period is over at the first moment of the next, in UTC. */
    LAST_DAY(text -> startOfDay(text, 1)),
    /** A week's first day: it is over seven days later. */
    WEEK(text -> startOfDay(text, 7)),
    /** A count that was divided among others is the nearest whole number. */
    ROUNDED(Conversion::nearestWholeNumber),
    /** {@code $1,234.50}, {@code 1.234,50 €} and {@code 12,50} are amounts; the sign does not say the currency. */
    AMOUNT(Conversion::amount),
    /** The id of a YouTube channel; another name says nothing. */
    CHANNEL_ID(text -> isChannelId(text) ? text.strip() : null),
    /** The handle of a YouTube channel; an id says nothing. */
    CHANNEL_HANDLE(text -> isChannelId(text) ? null : text),
    /** How hashtags show whom a creator works for: {@code brand-tag-only} is {@code tagged}. */
    TAG_EVIDENCE(Conversion::evidence),
    /** Whatever discloses an advertisement is evidence. */
    DISCLOSURE(text -> "disclosed");

    private static final int LONGEST_NUMBER = 40;
    private static final Pattern COMPACT_NUMBER = Pattern.compile("([0-9]+(?:[.,][0-9]+)?) ?([kKmMbB])");
    private static final Pattern GROUPED_NUMBER =
            Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?:\\.[0-9]{3}){2,}");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)");
    private static final Pattern CURRENCY_SIGN = Pattern.compile("\\p{Sc}");
    private static final Pattern AMOUNT_WITH_POINT =
            Pattern.compile("-?(?:[0-9]+(?:\\.[0-9]+)?|[0-9]{1,3}(?:,[0-9]{3})+\\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,})");
    private static final Pattern AMOUNT_WITH_COMMA =
            Pattern.compile("-?(?:[0-9]+,[0-9]{1,2}|[0-9]{1,3}(?:\\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\\.[0-9]{3}){2,})");
    private static final Pattern CHANNEL_ID_FORM = Pattern.compile("UC[A-Za-z0-9_-]{22}");
    private static final int LENGTH_OF_DATE = 10;
    private static final Map<String, String> COUNTRIES = countries();

    private static final Set<String> TIMES =
            Set.of(Fields.OBSERVED_AT, Fields.POSTED_AT, Fields.FROM, Fields.UNTIL, Fields.SOLD_AT);

    private final UnaryOperator<String> conversion;

    Conversion(UnaryOperator<String> conversion) {
        this.conversion = conversion;
    }

    /** How cells are read that are called or mapped to a field, if nobody says: a day stands for its first moment. */
    static Conversion usual(String field) {
        return TIMES.contains(field) ? DATE : PLAIN;
    }

    /** What it is called in mapping files: {@code epoch-seconds}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The field's text, {@code null} where the cell says nothing of it. */
    String apply(String text) {
        return conversion.apply(text);
    }

    private static String wholeNumber(String text) {
        String number = text.strip();
        if (number.length() > LONGEST_NUMBER) {
            return text;
        }
        if (GROUPED_NUMBER.matcher(number).matches()) {
            return number.replaceAll("[.,]", "");
        }
        Matcher compact = COMPACT_NUMBER.matcher(number);
        if (!compact.matches()) {
            return text;
        }
        int zeros =
                switch (compact.group(2).toLowerCase(Locale.ROOT)) {
                    case "k" -> 3;
                    case "m" -> 6;
                    default -> 9;
                };
        BigDecimal whole = new BigDecimal(compact.group(1).replace(',', '.')).scaleByPowerOfTen(zeros);
        return whole.stripTrailingZeros().toPlainString();
    }

    private static String fraction(String text) {
        String percent = text.strip();
        String number = percent.endsWith("%")
                ? percent.substring(0, percent.length() - 1).strip()
                : "";
        return isDecimal(number) ? new BigDecimal(number).movePointLeft(2).toPlainString() : text;
    }

    /** Without an exponent: a hostile one would fill the memory with digits. */
    private static boolean isDecimal(String number) {
        return number.length() <= LONGEST_NUMBER && DECIMAL.matcher(number).matches();
    }

    private static String instantOfSeconds(String text) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(text.strip())).toString();
        } catch (NumberFormatException | DateTimeException e) {
            return text;
        }
    }

    private static String startOfDay(String text, int daysLater) {
        String date = text.strip();
        if (date.length() != LENGTH_OF_DATE) {
            return text;
        }
        try {
            return LocalDate.parse(date)
                    .plusDays(daysLater)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .toString();
        } catch (DateTimeException e) {
            return text;
        }
    }

    private static String nearestWholeNumber(String text) {
        String number = text.strip();
        return isDecimal(number)
                ? new BigDecimal(number).setScale(0, RoundingMode.HALF_EVEN).toPlainString()
                : text;
    }

    /** Where a lone sign could divide thousands as well as cents, as in 1,234, it stays to be refused. */
    private static String amount(String text) {
        String amount = CURRENCY_SIGN.matcher(text).replaceAll("").strip();
        if (amount.length() > LONGEST_NUMBER) {
            return text;
        }
        if (AMOUNT_WITH_POINT.matcher(amount).matches()) {
            return amount.replace(",", "");
        }
        return AMOUNT_WITH_COMMA.matcher(amount).matches()
                ? amount.replace(".", "").replace(',', '.')
                : text;
    }

    private static boolean isChannelId(String text) {
        return CHANNEL_ID_FORM.matcher(text.strip()).matches();
    }

    private static String evidence(String text) {
        return switch (text.strip()) {
            case "named-partner-tag" -> "named-partner";
            case "brand-tag+disclosure" -> "disclosed";
            case "brand-tag-only" -> "tagged";
            default -> text;
        };
    }

    /** A tag ends at its first blank: what follows is the caption that a scraper took along. */
    private static String words(String text) {
        String list = text.strip();
        if (!list.startsWith("[") || !list.endsWith("]")) {
            return text;
        }
        StringBuilder words = new StringBuilder();
        int i = 1;
        while (i < list.length() - 1) {
            char quote = list.charAt(i++);
            if (quote != '\'' && quote != '"') {
                continue;
            }
            StringBuilder element = new StringBuilder();
            while (i < list.length() - 1 && list.charAt(i) != quote) {
                i = unescape(list, i, element);
            }
            i++;
            String word = firstWord(element);
            if (!word.isEmpty()) {
                words.append(words.isEmpty() ? "" : " ").append(word);
            }
        }
        return words.toString();
    }

    /** Adds the character that stands at a place, and gives the place behind it. */
    private static int unescape(String list, int at, StringBuilder element) {
        char character = list.charAt(at);
        if (character != '\\' || at + 1 >= list.length()) {
            element.append(character);
            return at + 1;
        }
        char escaped = list.charAt(at + 1);
        int digits =
                switch (escaped) {
                    case 'x' -> 2;
                    case 'u' -> 4;
                    case 'U' -> 8;
                    default -> 0;
                };
        if (digits == 0) {
            element.append("nrt".indexOf(escaped) >= 0 ? ' ' : escaped);
            return at + 2;
        }
        int end = at + 2 + digits;
        try {
            element.appendCodePoint(Integer.parseInt(list.substring(at + 2, end), 16));
            return end;
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            element.append(character);
            return at + 1;
        }
    }

    private static String firstWord(CharSequence text) {
        int end = 0;
        while (end < text.length()
                && !Character.isSpaceChar(text.charAt(end))
                && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.subSequence(0, end).toString();
    }

    /** {@code https://www.tiktok.com/@ada?lang=en} is ada's. */
    private static String handleInAddress(String address) {
        int start = address.indexOf("/@") + 2;
        if (start < 2) {
            return address;
        }
        int end = start;
        while (end < address.length() && "/?#".indexOf(address.charAt(end)) < 0) {
            end++;
        }
        return address.substring(start, end);
    }

    private static String countryCode(String text) {
        return COUNTRIES.getOrDefault(letters(text), text);
    }

    /** By their English names and codes; dots and blanks do not matter, so {@code U.S.A} is the code USA. */
    private static Map<String, String> countries() {
        Map<String, String> countries = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = new Locale("", code);
            countries.put(letters(country.getDisplayCountry(Locale.ENGLISH)), code);
            countries.put(letters(country.getISO3Country()), code);
            countries.put(letters(code), code);
        }
        countries.put("uk", "GB");
        countries.put("england", "GB");
        countries.put("scotland", "GB");
        countries.put("uae", "AE");
        countries.put("turkey", "TR");
        countries.put("korea", "KR");
        countries.put("czechrepublic", "CZ");
        countries.put("unitedstatesofamerica", "US");
        countries.put("russianfederation", "RU");
        return Map.copyOf(countries);
    }

    private static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}]", "")
                .toLowerCase(Locale.ROOT);
    }
}
