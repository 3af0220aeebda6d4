package io.virality.ingest.csv;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Tells text in Windows-1252 from all else that is not UTF-8. Any byte means something in it, so it is certain only
 * where every byte beyond ASCII is a letter or sign of the western European languages, where these letters stand among
 * others as such languages write, and where there are at least some of them.
 */
final class WesternText {

    /** Those at whose place other code pages keep common letters of their own are left out. */
    private static final String LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜßàáâãäåæçèéêëìíîïñòóôõöøùúûü";

    private static final String SIGNS = "‘’“”–—…€«»¡¿·°ºª®©\u00A0";
    private static final boolean[] LETTER = bytes(LETTERS);
    private static final boolean[] SIGN = bytes(SIGNS);
    private static final int FEWEST_LETTERS = 3;
    private static final int LONGEST_RUN = 2;

    private WesternText() {}

    static boolean isCertain(InputStream bytes) throws IOException {
        try (InputStream in = new BufferedInputStream(bytes)) {
            int letters = 0;
            int run = 0;
            int previous = 0;
            for (int value = in.read(); value >= 0; value = in.read()) {
                if (LETTER[value]) {
                    letters++;
                    run++;
                } else {
                    run = 0;
                }
                boolean foreign = value >= 0x80 && !LETTER[value] && !SIGN[value];
                if (foreign || run > LONGEST_RUN || isUtf8(previous, value)) {
                    return false;
                }
                previous = value;
            }
            return letters >= FEWEST_LETTERS;
        }
    }

    /** The two bytes are one letter in UTF-8: some of the file is in it, and some of it is broken. */
    private static boolean isUtf8(int previous, int value) {
        return previous >= 0xC2 && previous <= 0xDF && value >= 0x80 && value <= 0xBF;
    }

    private static boolean[] bytes(String characters) {
        boolean[] set = new boolean[256];
        for (byte value : characters.getBytes(Charset.forName("windows-1252"))) {
            set[value & 0xFF] = true;
        }
        return set;
    }
}
