package io.virality.domain.attribution;

import io.virality.domain.creator.Origin;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Orders, attributed.
 *
 * @param by what to: {@code creator}
 * @param currency of all amounts; {@code XXX} if nobody tells it
 * @param currencies how many orders there are in each, these among them
 * @param ownerless orders that name a promo code of which nobody tells whose it is
 * @param unnamed orders whose buyer nobody names
 * @param unsettled orders of which some refunds are not known yet
 * @param refundsTold whether refunds are told
 * @param commissionTold whether commission is
 */
public record AttributedSales(
        Attribution attribution,
        Rules rules,
        String by,
        Currency currency,
        Map<Currency, Long> currencies,
        long ownerless,
        long unnamed,
        long unsettled,
        boolean refundsTold,
        boolean commissionTold,
        Origin data) {

    /** What a reader must know of the figures, a sentence each. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>();
        count(
                notes,
                ownerless,
                "orders name a promo code of which nobody tells whose it is: they are attributed by their touches");
        count(
                notes,
                unnamed,
                "orders name no buyer: the platform's own word about what led to them is their only touch");
        count(notes, unsettled, "orders may still be refunded: what is not known to be paid back counts as kept");
        if (attribution.total().orders() > 0 && attribution.touches() == 0) {
            notes.add("no touch of any buyer is told: import clicks and views, or nothing can be attributed by them");
        }
        if (attribution.vain() == 0) {
            notes.add("no journey without an order is told: removal effects cannot tell who led nowhere");
        }
        if (attribution.lumped()) {
            notes.add("those who were seldom met are one state of the chain together, and have one removal effect");
        }
        if (currencies.size() > 1) {
            notes.add(
                    "orders in other currencies are left out, and never added up; what led to them counts as leading nowhere");
        }
        notes.add(
                "attributed is not incremental: who would have bought anyway is credited as well, under every model; only"
                        + " an experiment tells what would not have been sold");
        return List.copyOf(notes);
    }

    private static void count(List<String> notes, long n, String words) {
        if (n > 0) {
            notes.add(String.format(Locale.ROOT, "%,d %s", n, words));
        }
    }
}
