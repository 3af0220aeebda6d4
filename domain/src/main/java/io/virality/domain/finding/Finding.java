package io.virality.domain.finding;

import java.util.List;
import java.util.Locale;

/** What the loaded data says of a claim. */
public sealed interface Finding {

    /** The claim. */
    Claim claim();

    /** What it rests on. */
    Grounds grounds();

    /** The finding in a word. */
    Verdict verdict();

    /** What may come of a test. */
    enum Verdict {
        /** The data shows what is claimed. */
        SUPPORTED,
        /** The data shows the contrary. */
        CONTRADICTED,
        /** The data is compatible with both. */
        INCONCLUSIVE,
        /** The data cannot say anything. */
        NOT_TESTABLE;

        /** As people read it: {@code not testable here}. */
        public String words() {
            return this == NOT_TESTABLE ? "not testable here" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** A claim that the data could speak to. */
    sealed interface Tested extends Finding {

        /** The test. */
        Trial.Tested trial();

        /** Its p-value, corrected for the number of claims that were tested with it. */
        double p();
    }

    /** The data shows what is claimed. */
    record Supported(Claim claim, Trial.Tested trial, double p, Grounds grounds) implements Tested {

        @Override
        public Verdict verdict() {
            return Verdict.SUPPORTED;
        }
    }

    /** The data shows the contrary. */
    record Contradicted(Claim claim, Trial.Tested trial, double p, Grounds grounds) implements Tested {

        @Override
        public Verdict verdict() {
            return Verdict.CONTRADICTED;
        }
    }

    /** The data is compatible with both. */
    record Inconclusive(Claim claim, Trial.Tested trial, double p, Grounds grounds) implements Tested {

        @Override
        public Verdict verdict() {
            return Verdict.INCONCLUSIVE;
        }
    }

    /**
     * The data cannot say anything.
     *
     * @param missing what would be needed and is not there
     */
    record NotTestable(Claim claim, List<String> missing, Grounds grounds) implements Finding {

        @Override
        public Verdict verdict() {
            return Verdict.NOT_TESTABLE;
        }
    }
}
