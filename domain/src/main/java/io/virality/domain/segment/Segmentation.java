package io.virality.domain.segment;

/** What comes of looking for segments. */
public sealed interface Segmentation permits Segments, Segmentation.Nothing, Segmentation.TooLittle {

    /**
     * There are no groups that hold: whoever names some names chance.
     *
     * @param behaviours what was compared
     * @param found what was tried
     */
    record Nothing(Behaviours behaviours, SegmentSearch.Found found) implements Segmentation {

        /** Why, in words. */
        public String reason() {
            return found.silhouette() <= found.highest()
                    ? "creators are grouped no more than creators without groups would seem to be"
                    : "no group comes back when creators are drawn anew";
        }
    }

    /**
     * There are too few creators of whom enough is known.
     *
     * @param behaviours what is known
     */
    record TooLittle(Behaviours behaviours) implements Segmentation {

        /** Fewer behaviours make no segments. */
        public static final int FEWEST_BEHAVIOURS = 2;

        /** Whether it is so. */
        public static boolean is(Behaviours behaviours) {
            return behaviours.size() < SegmentSearch.FEWEST_ROWS
                    || behaviours.compared().size() < FEWEST_BEHAVIOURS;
        }

        /** What is needed, in words. */
        public String reason() {
            return "needs at least " + SegmentSearch.FEWEST_ROWS + " creators with at least " + FEWEST_BEHAVIOURS
                    + " behaviours that are known of " + Math.round(100 * Behaviours.LEAST_KNOWN)
                    + " % of all and differ; there are " + behaviours.size() + " creators with "
                    + behaviours.compared().size();
        }
    }
}
