package io.virality.ingest.tiktok;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A week of an invented brand's advertisements in one channel.
 *
 * @param brand who advertises
 * @param channel where
 * @param from when the week begins
 * @param spend what it cost, in cents
 * @param impressions how often they were shown
 * @param clicks how often they were clicked
 * @param conversions how many orders they led to
 * @param revenue what these orders came to, in cents
 */
record AdWeek(
        SimulatedBrand brand,
        AdChannel channel,
        Instant from,
        long spend,
        long impressions,
        long clicks,
        long conversions,
        long revenue) {

    /** How many brands advertise: the first ones. */
    static final int ADVERTISERS = 6;

    private static final Duration LENGTH = Duration.ofDays(7);
    private static final long STREAM = 0x4144_5745_454B_0001L;
    private static final double SPREAD_OF_SPEND = .9;
    private static final double NOISE = .15;

    /** The weeks of a world that are over. */
    static Stream<AdWeek> all(SimulatedMarket market) {
        int weeks = market.world().days() / 7;
        return market.brands().stream().limit(ADVERTISERS).flatMap(brand -> AdChannel.ALL.stream()
                .flatMap(channel -> IntStream.range(0, weeks).mapToObj(week -> draw(market, brand, channel, week))));
    }

    private static AdWeek draw(SimulatedMarket market, SimulatedBrand brand, AdChannel channel, int week) {
        Chance chance = new Chance(new Chance(brand.productsSeed() ^ STREAM + channel.ordinal()).seed() + week);
        double spend = chance.logNormal(channel.half(), SPREAD_OF_SPEND);
        double orders = chance.logNormal(channel.most() * spend / (spend + channel.half()), NOISE);
        long conversions = chance.events(orders);
        long impressions = Math.round(1_000 * spend / channel.perThousand());
        List<SimulatedProduct> products = market.products(brand);
        double price =
                products.stream().mapToLong(SimulatedProduct::price).average().orElseThrow();
        // The world's first observation stands at the end of its first day.
        Instant start = market.world().observedAt(0).minus(Duration.ofDays(1));
        return new AdWeek(
                brand,
                channel,
                start.plus(LENGTH.multipliedBy(week)),
                Math.round(100 * spend),
                impressions,
                Math.min(impressions, chance.events(impressions * channel.clicks())),
                conversions,
                Math.round(conversions * chance.logNormal(price, .05)));
    }

    /** When it is over. */
    Instant until() {
        return from.plus(LENGTH);
    }
}
