package io.virality.ingest.csv;

import java.nio.charset.StandardCharsets;

/** What stands for one of many texts: a whole number for itself, any other text for a hash. */
final class Key {

    private static final int MOST_DIGITS = 18;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private Key() {}

    static long of(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return of(bytes, 0, bytes.length);
    }

    static long of(byte[] bytes, int from, int to) {
        int digits = to - from;
        // Only as numbers are usually written: 007 is another unit than 7.
        if (digits > 0 && digits <= MOST_DIGITS && (bytes[from] != '0' || digits == 1)) {
            long number = 0;
            int i = from;
            while (i < to && bytes[i] >= '0' && bytes[i] <= '9') {
                number = number * 10 + bytes[i++] - '0';
            }
            if (i == to) {
                return number;
            }
        }
        return hash(bytes, from, to);
    }

    /** FNV-1a, and the end of MurmurHash3, which spreads it over all bits. */
    private static long hash(byte[] bytes, int from, int to) {
        long hash = OFFSET;
        for (int i = from; i < to; i++) {
            hash = (hash ^ (bytes[i] & 0xFF)) * PRIME;
        }
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
