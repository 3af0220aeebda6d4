package io.virality.domain.efficiency;

import io.virality.domain.insight.Row;
import java.util.Locale;
import java.util.OptionalDouble;

/** One sum by another. */
public enum Ratio {
    /** Clicks of each time it was shown. */
    CLICK_THROUGH("clicks / impressions", Sum.CLICKS, Sum.IMPRESSIONS, 1, true),
    /** Conversions of each click. */
    CONVERSION_RATE("conversions / clicks", Sum.CONVERSIONS, Sum.CLICKS, 1, true),
    /** What 1,000 impressions cost. */
    COST_PER_1000_IMPRESSIONS("1,000 × spend / impressions", Sum.SPEND, Sum.IMPRESSIONS, 1_000, false),
    /** What a click costs. */
    COST_PER_CLICK("spend / clicks", Sum.SPEND, Sum.CLICKS, 1, false),
    /** What a conversion costs. */
    COST_PER_CONVERSION("spend / conversions", Sum.SPEND, Sum.CONVERSIONS, 1, false),
    /** What a conversion costs that ended in a purchase. */
    COST_PER_ACQUISITION("spend / approved conversions", Sum.SPEND, Sum.APPROVED_CONVERSIONS, 1, false),
    /** What an engagement with a paid creator's videos costs. */
    COST_PER_ENGAGEMENT(
            "fees / (likes + comments + shares of all videos of the creators who are paid)",
            Sum.FEES,
            Sum.ENGAGEMENTS,
            1,
            false),
    /** What the channel tells it sold for each unit of money spent. */
    TOLD_RETURN("revenue as the channel tells / spend", Sum.TOLD_REVENUE, Sum.SPEND, 1, false),
    /** Orders for each 1,000 views. */
    ORDERS_PER_1000_VIEWS("1,000 × orders / views of the creators who sold", Sum.ORDERS, Sum.VIEWS, 1_000, false),
    /** What is paid back of what was ordered. */
    REFUND_RATE("refunds / gross of the sales whose refunds are known", Sum.REFUNDS, Sum.SETTLED, 1, false),
    /** What the creator earns of what was ordered. */
    COMMISSION_RATE("commission / gross", Sum.COMMISSION, Sum.GROSS, 1, false);

    private final String formula;
    private final Sum part;
    private final Sum whole;
    private final double scale;
    private final boolean share;

    Ratio(String formula, Sum part, Sum whole, double scale, boolean share) {
        this.formula = formula;
        this.part = part;
        this.whole = whole;
        this.scale = scale;
        this.share = share;
    }

    /** The name in documents: {@code cost_per_click}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words. */
    public String formula() {
        return formula;
    }

    /** Whether it is an amount of money. */
    public boolean money() {
        return part.money() && !whole.money();
    }

    /** Whether it is a part of one. */
    public boolean fraction() {
        return share || (part.money() && whole.money() && this != TOLD_RETURN);
    }

    /** What is divided. */
    Sum part() {
        return part;
    }

    /** By what. */
    Sum whole() {
        return whole;
    }

    boolean share() {
        return share;
    }

    /** From units as they are added up to the unit in which it is shown: money in whole currency. */
    double scale() {
        return money() ? scale / 10_000 : scale;
    }

    /** What is divided, of a unit of which both are known. */
    OptionalDouble part(Row unit) {
        return of(unit, part);
    }

    /** By what it is divided, likewise. */
    OptionalDouble whole(Row unit) {
        return of(unit, whole);
    }

    private OptionalDouble of(Row unit, Sum sum) {
        return part.of(unit).isPresent() && whole.of(unit).isPresent()
                ? OptionalDouble.of(sum.of(unit).getAsLong())
                : OptionalDouble.empty();
    }
}
