package io.virality.domain.finding;

import io.virality.domain.insight.Question;
import java.util.List;

/** What came of testing one claim by itself, before the number of claims is thought of. */
public sealed interface Trial {

    /**
     * The data allowed a test.
     *
     * @param question whose evidence decided
     * @param effects all of them must lie above their reference for the claim to hold; at least one
     * @param checks the same in other ways
     * @param caveats what the reader must know
     */
    record Tested(Question question, List<Effect> effects, List<Check> checks, List<String> caveats) implements Trial {

        /** Copies are kept. */
        public Tested {
            effects = List.copyOf(effects);
            checks = List.copyOf(checks);
            caveats = List.copyOf(caveats);
        }

        /** Whether every estimate is on the claim's side. */
        boolean above() {
            return effects.stream().allMatch(Effect::above);
        }

        /**
         * The p-value of the claim. All its effects must hold, so the weakest decides (an intersection-union test, at the
         * level of a single one); to contradict it one of them is enough, whose p-value is corrected for its choice.
         */
        double pValue() {
            if (above()) {
                return effects.stream().mapToDouble(Effect::p).max().orElseThrow();
            }
            double strongest = effects.stream()
                    .filter(effect -> !effect.above())
                    .mapToDouble(Effect::p)
                    .min()
                    .orElseThrow();
            return Math.min(1, effects.size() * strongest);
        }
    }

    /**
     * The data does not allow a test.
     *
     * @param missing what would be needed and is not there; at least one thing
     */
    record Untestable(List<String> missing) implements Trial {

        /** A copy is kept. */
        public Untestable {
            missing = List.copyOf(missing);
        }
    }
}
