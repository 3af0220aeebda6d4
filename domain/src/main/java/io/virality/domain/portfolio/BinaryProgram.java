package io.virality.domain.portfolio;

import java.util.List;

/**
 * A choice among things counted from 0: the largest sum of gains, while each row's sum of weights over what is chosen
 * stays within its bounds. Whole numbers throughout, so that a proof is one.
 *
 * @param gains of each thing; may be negative
 * @param rows all of which must hold
 */
public record BinaryProgram(long[] gains, List<Row> rows) {

    /** Beyond every sum of weights. */
    public static final long UNBOUNDED = Long.MAX_VALUE / 4;

    /** A copy of the rows is kept, the gains must not be changed. */
    public BinaryProgram {
        rows = List.copyOf(rows);
    }

    /**
     * A bounded sum.
     *
     * @param things that have a weight in it
     * @param weights of these things, in their order
     * @param least that the sum may be
     * @param most that the sum may be
     */
    public record Row(int[] things, long[] weights, long least, long most) {

        /** @throws IllegalArgumentException if things and weights differ in number */
        public Row {
            if (things.length != weights.length) {
                throw new IllegalArgumentException(things.length + " things with " + weights.length + " weights");
            }
        }
    }
}
