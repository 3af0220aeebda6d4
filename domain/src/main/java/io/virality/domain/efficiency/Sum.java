package io.virality.domain.efficiency;

import io.virality.domain.insight.Row;
import java.util.Locale;
import java.util.OptionalLong;

/** What is added up over the units of a group. Amounts of money are whole ten-thousandths of the currency. */
public enum Sum {
    /** What advertisements cost. */
    SPEND(true),
    /** How often they were shown. */
    IMPRESSIONS(false),
    /** How many people each was shown to. */
    REACH(false),
    /** How often they were clicked. */
    CLICKS(false),
    /** What they led to, as the channel counts. */
    CONVERSIONS(false),
    /** Those that ended in a purchase. */
    APPROVED_CONVERSIONS(false),
    /** What they sold for, as the channel tells: its own word about its own worth. */
    TOLD_REVENUE(true),
    /** What creators were paid. */
    FEES(true),
    /** Orders that name a creator. */
    ORDERS(false),
    /** What was ordered for. */
    GROSS(true),
    /** The part of it whose refunds are known. */
    SETTLED(true),
    /** What was paid back. */
    REFUNDS(true),
    /** What creators earn of sales. */
    COMMISSION(true),
    /** Sales whose refunds nobody knows. */
    UNSETTLED(false),
    /** Views of the creators' videos. */
    VIEWS(false),
    /** Their likes, comments and shares. */
    ENGAGEMENTS(false);

    private final boolean money;

    Sum(boolean money) {
        this.money = money;
    }

    /** Whether it is an amount of money. */
    public boolean money() {
        return money;
    }

    /** The name in documents and statements: {@code told_revenue}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    OptionalLong of(Row unit) {
        Long value = (Long) unit.values().get(id());
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
