package io.virality.domain.attribution;

/**
 * What is credited: shares of orders, and amounts of money in ten-thousandths.
 *
 * @param orders in billionths
 * @param gross what was ordered for
 * @param refunds what was paid back
 * @param commission what was paid for it
 */
public record Credit(long orders, long gross, long refunds, long commission) {

    /** One order, in billionths. */
    public static final long ORDER = 1_000_000_000L;

    /** Nothing. */
    public static final Credit NONE = new Credit(0, 0, 0, 0);

    /** @throws ArithmeticException if it becomes more than can be */
    public Credit plus(Credit other) {
        return new Credit(
                Math.addExact(orders, other.orders),
                Math.addExact(gross, other.gross),
                Math.addExact(refunds, other.refunds),
                Math.addExact(commission, other.commission));
    }

    /** Gross, refunds and commission taken off. */
    public long net() {
        return gross - refunds - commission;
    }
}
