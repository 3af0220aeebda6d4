package io.virality.ingest.csv;

import java.nio.charset.StandardCharsets;

/** Numbers in bytes. */
final class Numbers {

    /** Of larger ones a double does not hold all digits. */
    private static final long LARGEST_EXACT = 1L << 53;

    /** So many digits are always below that. */
    static final int MOST_EXACT_DIGITS = 15;

    private static final int MOST_DIGITS = 18;
    private static final int LONGEST = 400;

    /** Powers of ten that a double holds exactly: a quotient of two exact numbers is the nearest double. */
    private static final double[] POWERS = powers();

    private Numbers() {}

    private static double[] powers() {
        double[] powers = new double[23];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }

    /**
     * A finite number, {@code NaN} where nothing is known.
     *
     * @throws NumberFormatException if it is neither
     */
    static double number(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative) {
            i++;
        }
        long mantissa = 0;
        int digits = 0;
        int decimals = 0;
        int firstDecimal = -1;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                mantissa = mantissa * 10 + digit;
                digits++;
                decimals += firstDecimal >= 0 ? 1 : 0;
            } else if (bytes[i] == '.' && firstDecimal < 0) {
                firstDecimal = i + 1;
            } else {
                return unusual(bytes, from, to);
            }
        }
        if (digits == 0 || digits > MOST_DIGITS || mantissa > LARGEST_EXACT) {
            return unusual(bytes, from, to);
        }
        double value = exact(mantissa, decimals);
        return negative ? -value : value;
    }

    /** A whole number by a power of ten, both small enough to be exact. */
    static double exact(long digits, int decimals) {
        return decimals == 0 ? digits : digits / POWERS[decimals];
    }

    private static double unusual(byte[] bytes, int from, int to) {
        if (isMissing(bytes, from, to)) {
            return Double.NaN;
        }
        // Double.parseDouble would also take 1f, 0x1p3 and Infinity.
        for (int i = from; i < to; i++) {
            if ("0123456789+-.eE".indexOf(bytes[i]) < 0 || to - from > LONGEST) {
                throw new NumberFormatException();
            }
        }
        double value = Double.parseDouble(text(bytes, from, to));
        if (Double.isInfinite(value)) {
            throw new NumberFormatException();
        }
        return value;
    }

    /**
     * 1 or 0, {@code NaN} where nothing is known.
     *
     * @throws NumberFormatException if it is none of these
     */
    static double flag(byte[] bytes, int from, int to) {
        if (to - from == 1 && (bytes[from] | 1) == '1') {
            return bytes[from] - '0';
        }
        if (is("true", bytes, from, to)
                || is("yes", bytes, from, to)
                || is("t", bytes, from, to)
                || is("y", bytes, from, to)) {
            return 1;
        }
        if (is("false", bytes, from, to)
                || is("no", bytes, from, to)
                || is("f", bytes, from, to)
                || is("n", bytes, from, to)) {
            return 0;
        }
        double number = number(bytes, from, to);
        if (number == 0 || number == 1 || Double.isNaN(number)) {
            return number;
        }
        throw new NumberFormatException();
    }

    /** Whether the cell is empty, or says so. */
    static boolean isMissing(byte[] bytes, int from, int to) {
        return from == to
                || is("na", bytes, from, to)
                || is("nan", bytes, from, to)
                || is("n/a", bytes, from, to)
                || is("null", bytes, from, to)
                || is("none", bytes, from, to);
    }

    private static boolean is(String word, byte[] bytes, int from, int to) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            int letter = bytes[from + i];
            int small = letter >= 'A' && letter <= 'Z' ? letter + 'a' - 'A' : letter;
            if (small != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
}
