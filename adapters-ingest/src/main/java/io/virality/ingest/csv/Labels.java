package io.virality.ingest.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The texts of a column, numbered as they come. */
final class Labels {

    /** More than this many are no labels. */
    static final int MOST = 1_000_000;

    /** The golden ratio as a part of all integers: Fibonacci hashing. */
    private static final int SPREADING = 0x9E3779B9;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    private synchronized int number(String text) {
        return numbers.computeIfAbsent(text, unseen -> {
            texts.add(unseen);
            return texts.size() - 1;
        });
    }

    synchronized List<String> texts() {
        return List.copyOf(texts);
    }

    /** What one thread has seen of them: found by their bytes, without making a text of each cell. */
    final class Seen {

        private byte[][] keys = new byte[64][];
        private int[] values = new int[64];
        private int size;
        private int last;

        /**
         * The number of a text.
         *
         * @throws CharacterCodingException if it is not in UTF-8
         * @throws NumberFormatException if there are too many
         */
        int number(byte[] bytes, int from, int to) throws CharacterCodingException {
            int place = holds(last, bytes, from, to) ? last : place(bytes, from, to);
            last = place;
            if (keys[place] == null) {
                if (size == MOST) {
                    throw new NumberFormatException();
                }
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes, from, to - from))
                        .toString();
                keys[place] = Arrays.copyOfRange(bytes, from, to);
                values[place] = Labels.this.number(text);
                int number = values[place];
                if (++size > keys.length / 2) {
                    grow();
                }
                return number;
            }
            return values[place];
        }

        private int place(byte[] bytes, int from, int to) {
            int hash = 1;
            for (int i = from; i < to; i++) {
                hash = 31 * hash + bytes[i];
            }
            // Texts that count up have hashes side by side: these must not end in one long row of places.
            int place = hash * SPREADING >>> Integer.numberOfLeadingZeros(keys.length) + 1;
            while (keys[place] != null && !holds(place, bytes, from, to)) {
                place = (place + 1) & (keys.length - 1);
            }
            return place;
        }

        private boolean holds(int place, byte[] bytes, int from, int to) {
            byte[] key = keys[place];
            if (key == null || key.length != to - from) {
                return false;
            }
            // Mostly the first difference is near the end.
            for (int i = key.length - 1; i >= 0; i--) {
                if (key[i] != bytes[from + i]) {
                    return false;
                }
            }
            return true;
        }

        private void grow() {
            byte[][] oldKeys = keys;
            int[] oldValues = values;
            keys = new byte[oldKeys.length * 2][];
            values = new int[keys.length];
            for (int i = 0; i < oldKeys.length; i++) {
                if (oldKeys[i] != null) {
                    int place = place(oldKeys[i], 0, oldKeys[i].length);
                    keys[place] = oldKeys[i];
                    values[place] = oldValues[i];
                }
            }
        }
    }
}
