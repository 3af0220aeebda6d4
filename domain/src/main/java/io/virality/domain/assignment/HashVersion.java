package io.virality.domain.assignment;

import java.util.OptionalDouble;

/**
 * How a unit's bucket is computed: 32-bit FNV-1a over UTF-16 code units
 * (<a href="https://datatracker.ietf.org/doc/html/draft-eastlake-fnv">draft-eastlake-fnv</a>), as GrowthBook's SDKs do.
 */
public enum HashVersion {
    /** The first of GrowthBook's, whose buckets of two experiments depend on each other: for namespaces only. */
    CORRELATED {
        @Override
        public OptionalDouble bucket(String seed, String value) {
            return OptionalDouble.of(hash(value + seed) % 1_000 / 1e3);
        }
    },

    /** The second, which hashes twice: for experiments. */
    INDEPENDENT {
        @Override
        public OptionalDouble bucket(String seed, String value) {
            return OptionalDouble.of(hash(Long.toString(hash(seed + value))) % 10_000 / 1e4);
        }
    },

    /** One that we do not know: nobody has a bucket. */
    UNKNOWN {
        @Override
        public OptionalDouble bucket(String seed, String value) {
            return OptionalDouble.empty();
        }
    };

    private static final int OFFSET = 0x811c9dc5;
    private static final int PRIME = 0x01000193;

    /** The version of this number. */
    public static HashVersion of(int number) {
        return number == 1 ? CORRELATED : number == 2 ? INDEPENDENT : UNKNOWN;
    }

    /** The bucket of a unit, from 0 to below 1; empty if the version is not known. */
    public abstract OptionalDouble bucket(String seed, String value);

    /** The hash of a text, unsigned. */
    public static long hash(String text) {
        int hash = OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return Integer.toUnsignedLong(hash);
    }
}
