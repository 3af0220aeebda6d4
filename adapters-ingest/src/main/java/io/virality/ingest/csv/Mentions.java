package io.virality.ingest.csv;

import java.util.List;

/**
 * What the rows of a file without times of their own said so far, about whom: two that contradict each other cannot both
 * hold. Keeps two numbers for each creator and video, of the first million.
 */
final class Mentions {

    private static final int MOST = 1 << 20;
    private static final int FIRST_SIZE = 1 << 10;
    private static final long PRIME = 0x100000001B3L;
    private static final long START = 0xCBF29CE484222325L;

    /** How something said relates to what was said before. */
    enum Mention {
        FIRST,
        REPEATED,
        CONTRADICTED
    }

    private long[] keys = new long[FIRST_SIZE];
    private long[] contents = new long[FIRST_SIZE];
    private int size;

    /**
     * Notes what is said.
     *
     * @param subject whom or what it is about; parts may be {@code null}
     * @param content what is said of it; parts may be {@code null}
     */
    Mention note(List<String> subject, List<String> content) {
        long key = fingerprint(subject);
        long said = fingerprint(content);
        int slot = slot(key);
        if (keys[slot] != 0) {
            return contents[slot] == said ? Mention.REPEATED : Mention.CONTRADICTED;
        }
        if (size < MOST) {
            keys[slot] = key;
            contents[slot] = said;
            size++;
            if (size * 2 > keys.length) {
                grow();
            }
        }
        return Mention.FIRST;
    }

    private void grow() {
        long[] smallerKeys = keys;
        long[] smallerContents = contents;
        keys = new long[smallerKeys.length * 2];
        contents = new long[keys.length];
        for (int i = 0; i < smallerKeys.length; i++) {
            if (smallerKeys[i] != 0) {
                int slot = slot(smallerKeys[i]);
                keys[slot] = smallerKeys[i];
                contents[slot] = smallerContents[i];
            }
        }
    }

    /** Where a key is, or would be. */
    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & keys.length - 1;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** Never 0, which marks a free slot. 64 bits: among a million, two alike are as likely as one in 30 million. */
    private static long fingerprint(List<String> texts) {
        long print = START;
        for (String text : texts) {
            for (int i = 0; text != null && i < text.length(); i++) {
                print = (print ^ text.charAt(i)) * PRIME;
            }
            print = (print ^ (text == null ? 0x10001 : 0x10000)) * PRIME;
        }
        print = (print ^ print >>> 31) * 0x9E3779B97F4A7C15L;
        return print ^ print >>> 29 | 1;
    }
}
