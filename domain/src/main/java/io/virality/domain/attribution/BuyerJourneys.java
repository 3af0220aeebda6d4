package io.virality.domain.attribution;

import io.virality.domain.creator.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gathers what is told of buyers, row by row: whose promo codes are, what buyers met, what they ordered. One thread fills
 * it, codes first; the rows of an order follow each other.
 */
public final class BuyerJourneys {

    private static final long FNV_START = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final Journeys journeys = new Journeys();
    private final Map<String, Integer> sources = new LinkedHashMap<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<Integer> owners = new ArrayList<>();
    private final Set<String> named = new HashSet<>();
    private Order order;
    private long ownerless;
    private long unnamed;
    private long unsettled;
    private boolean refundsTold;
    private boolean commissionTold;

    /** What an order is made of so far. */
    private static final class Order {
        private final String platform;
        private final String id;
        private String buyer;
        private String code;
        private long at;
        private long gross;
        private long refunds;
        private long commission;
        private boolean settled = true;

        Order(String platform, String id, long at) {
            this.platform = platform;
            this.id = id;
            this.at = at;
        }
    }

    /**
     * What came of it.
     *
     * @param journeys all orders and touches
     * @param sources the names of what was met, by their numbers
     * @param owners the number of the source that owns each promo code, by the codes' numbers; −1 for nobody
     * @param ownerless orders that name a promo code of which nobody tells whose it is
     * @param unnamed orders whose buyer nobody names: what the platform says led to them is their only touch
     * @param unsettled orders of which some refunds are not known yet
     * @param refundsTold whether refunds of any order are known
     * @param commissionTold whether the commission of any order is
     * @param origin of orders and touches
     */
    public record Told(
            Journeys journeys,
            List<String> sources,
            List<Integer> owners,
            long ownerless,
            long unnamed,
            long unsettled,
            boolean refundsTold,
            boolean commissionTold,
            Origin origin) {}

    /**
     * One row of an order; amounts are in ten-thousandths.
     *
     * @param buyer who ordered; {@code null} if nobody tells
     * @param at in milliseconds
     * @param code that was typed in, or {@code null}
     * @param refunds {@code null} as long as nobody knows
     * @param commission {@code null} if nobody tells
     * @param met what the platform says led to it, or {@code null}
     */
    public record Line(
            String platform,
            String order,
            String buyer,
            long at,
            String code,
            long gross,
            Long refunds,
            Long commission,
            String met) {}

    /** Whose a code is; {@code null} for nobody's that is asked for. */
    public void code(String platform, String code, String owner) {
        codes.put(coded(platform, code), owners.size());
        owners.add(owner == null ? -1 : source(owner));
    }

    /** A buyer met something; times are in milliseconds. */
    public void touch(String platform, String buyer, long at, boolean view, String met) {
        journeys.touch(number(platform, buyer), at, source(met), view);
    }

    /** A row of an order. */
    public void order(Line line) {
        if (order == null || !order.id.equals(line.order) || !order.platform.equals(line.platform)) {
            close();
            order = new Order(line.platform, line.order, line.at);
        }
        order.at = Math.min(order.at, line.at);
        order.buyer = line.buyer == null ? order.buyer : line.buyer;
        order.code = line.code == null ? order.code : line.code;
        order.gross = Math.addExact(order.gross, line.gross);
        order.refunds += line.refunds == null ? 0 : line.refunds;
        order.commission += line.commission == null ? 0 : line.commission;
        order.settled &= line.refunds != null;
        refundsTold |= line.refunds != null;
        commissionTold |= line.commission != null;
        if (line.met != null) {
            named.add(line.met);
        }
    }

    /** All of it. */
    public Told told(Origin origin) {
        close();
        return new Told(
                journeys,
                List.copyOf(sources.keySet()),
                List.copyOf(owners),
                ownerless,
                unnamed,
                unsettled,
                refundsTold,
                commissionTold,
                origin);
    }

    private void close() {
        if (order == null) {
            return;
        }
        Integer code = order.code == null ? null : codes.get(coded(order.platform, order.code));
        if (order.code != null && (code == null || owners.get(code) < 0)) {
            ownerless++;
        }
        long buyer =
                order.buyer == null ? number(order.platform + " order", order.id) : number(order.platform, order.buyer);
        if (order.buyer == null) {
            unnamed++;
            named.forEach(met -> journeys.touch(buyer, order.at, source(met), false));
        }
        unsettled += order.settled ? 0 : 1;
        journeys.order(buyer, order.at, code == null ? -1 : code, order.gross, order.refunds, order.commission);
        named.clear();
        order = null;
    }

    private int source(String name) {
        Integer known = sources.get(name);
        if (known == null) {
            known = sources.size();
            sources.put(name, known);
        }
        return known;
    }

    private static String coded(String platform, String code) {
        return platform + " " + code;
    }

    /** A hash of 64 bits (Fowler, Noll and Vo): of ten million buyers, two share one with a chance below 1 in 300,000. */
    private static long number(String platform, String buyer) {
        return hash(hash(FNV_START, platform) * FNV_PRIME, buyer);
    }

    private static long hash(long start, String text) {
        long hash = start;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }
}
