package io.virality.ingest.tiktok;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What invented buyers met before they ordered, and what others met who did not. All of it follows from the order alone, so
 * that it depends neither on how many creators there are nor on the days that come after.
 */
final class SimulatedJourneys {

    private static final long STREAM = 0x4A4F_5552_4E45_0001L;
    private static final double LED_BY_SELLER = .85;
    private static final double SELLER_CLICKED = .7;
    private static final double EARLIER_TOUCHES = .8;
    private static final double BY_ADVERTISEMENT = .4;
    private static final double EARLIER_CLICKED = .5;
    private static final double VAIN_BUYERS = .6;
    private static final double SECONDS_TO_ORDER = 4 * 3_600;
    private static final double SECONDS_EARLIER = 2 * 86_400;

    private final SimulatedMarket market;

    SimulatedJourneys(SimulatedMarket market) {
        this.market = market;
    }

    /** Who ordered: somebody else each time. */
    static String buyer(SimulatedSale sale) {
        return "sim-" + sale.id();
    }

    /** What the buyer met before an order, and what those met who came by the same seller and did not order. */
    Stream<SimulatedTouch> around(SimulatedSale sale) {
        Chance chance = new Chance(STREAM ^ sale.id().hashCode() * 0x9E37_79B9_7F4A_7C15L);
        List<SimulatedTouch> touches = new ArrayList<>();
        meet(touches, sale, buyer(sale), sale.soldAt(), chance);
        for (int vain = chance.poisson(VAIN_BUYERS); vain > 0; vain--) {
            meet(touches, sale, buyer(sale) + "-" + vain, sale.soldAt(), chance);
        }
        return touches.stream();
    }

    private void meet(List<SimulatedTouch> touches, SimulatedSale sale, String buyer, Instant until, Chance chance) {
        Instant last = before(until, SECONDS_TO_ORDER, chance);
        for (int earlier = chance.poisson(EARLIER_TOUCHES); earlier > 0; earlier--) {
            Instant at = before(last, SECONDS_EARLIER, chance);
            boolean click = chance.happens(EARLIER_CLICKED);
            boolean advertised =
                    sale.product().brand().index() < AdWeek.ADVERTISERS && chance.happens(BY_ADVERTISEMENT);
            int known = (int) (chance.fraction() * (sale.video().creator().index() + 1));
            touches.add(new SimulatedTouch(
                    buyer,
                    at,
                    click,
                    advertised ? Optional.empty() : Optional.of(market.world().creator(known)),
                    Optional.empty(),
                    advertised ? Optional.of(click ? AdChannel.SEARCH : AdChannel.TIKTOK) : Optional.empty()));
        }
        if (chance.happens(LED_BY_SELLER)) {
            touches.add(new SimulatedTouch(
                    buyer,
                    last,
                    chance.happens(SELLER_CLICKED),
                    Optional.of(sale.video().creator()),
                    sale.showcase()
                            ? Optional.empty()
                            : Optional.of(sale.video().id()),
                    Optional.empty()));
        }
    }

    private static Instant before(Instant moment, double usualSeconds, Chance chance) {
        return moment.minusSeconds((long) (-usualSeconds * StrictMath.log(1 - chance.fraction())));
    }
}
