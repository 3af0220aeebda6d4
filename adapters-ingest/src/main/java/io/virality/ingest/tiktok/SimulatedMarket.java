package io.virality.ingest.tiktok;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * What is sold and advertised in an invented world. All follows from the world alone; as there, a sale depends neither on
 * how many creators there are nor on how many days come after it.
 */
final class SimulatedMarket {

    private static final long SELLERS = 0x5345_4C4C_4552_0001L;
    private static final long SALES = 0x5341_4C45_5300_0001L;
    private static final double SELLING_CREATORS = .12;
    private static final double VIDEOS_WITH_PRODUCT = .5;
    private static final double SALES_PER_VIEW = .00005;
    private static final double USUAL_ENGAGEMENT = .10;
    private static final double ENGAGEMENT_ELASTICITY = .8;
    private static final double VERIFIED_SALES = 1.25;
    private static final double NOISE = .4;
    private static final double FURTHER_UNITS = .25;
    private static final double WITH_PROMO_CODE = .2;
    private static final double PROMO_PRICE = .9;
    private static final double BY_SHOWCASE = .12;

    private final SimulatedWorld world;
    private final List<SimulatedBrand> brands;
    private final List<List<SimulatedProduct>> products;

    SimulatedMarket(SimulatedWorld world) {
        this.world = world;
        brands = IntStream.range(0, SimulatedBrand.COUNT)
                .mapToObj(index -> SimulatedBrand.draw(world, index))
                .toList();
        products = brands.stream().map(SimulatedBrand::products).toList();
    }

    SimulatedWorld world() {
        return world;
    }

    List<SimulatedBrand> brands() {
        return brands;
    }

    List<SimulatedProduct> products(SimulatedBrand brand) {
        return products.get(brand.index());
    }

    /** The product that a video shows: that of its sponsor, or one that its creator sells. */
    Optional<SimulatedProduct> shown(SimulatedVideo video) {
        SimulatedCreator creator = video.creator();
        Chance chance = new Chance(video.wordsSeed() ^ SELLERS);
        boolean sells = new Chance(creator.historySeed() ^ SELLERS).happens(SELLING_CREATORS)
                && chance.happens(VIDEOS_WITH_PRODUCT);
        return video.sponsorship()
                .map(SimulatedSponsorship::brand)
                .or(() -> sells
                        ? Optional.of(
                                SimulatedBrand.ofCategory(creator.persona().category(), chance))
                        : Optional.empty())
                .map(brand -> chance.oneOf(products.get(brand)));
    }

    /** What a video sells until a moment. */
    Stream<SimulatedSale> sales(SimulatedVideo video, Instant until) {
        return shown(video).stream().flatMap(product -> sales(video, product)).filter(sale -> sale.soldAt()
                .isBefore(until));
    }

    private static Stream<SimulatedSale> sales(SimulatedVideo video, SimulatedProduct product) {
        Chance chance = new Chance(video.wordsSeed() ^ SALES);
        long orders = chance.events(chance.logNormal(video.views() * salesPerView(video), NOISE));
        return LongStream.range(0, orders).mapToObj(number -> sale(video, product, number, chance));
    }

    /** The usual number of orders per view: the more engagement the more, however many followers. */
    private static double salesPerView(SimulatedVideo video) {
        return SALES_PER_VIEW
                * StrictMath.pow(video.engagement() / USUAL_ENGAGEMENT, ENGAGEMENT_ELASTICITY)
                * (video.creator().verified() ? VERIFIED_SALES : 1);
    }

    private static SimulatedSale sale(SimulatedVideo video, SimulatedProduct product, long number, Chance chance) {
        int units = 1 + chance.poisson(FURTHER_UNITS);
        boolean promo = chance.happens(WITH_PROMO_CODE);
        long gross = Math.round(units * product.price() * (promo ? PROMO_PRICE : 1));
        long refunds = chance.happens(product.brand().category().refunds()) ? gross : 0;
        return new SimulatedSale(
                video.id() + "-" + number,
                video,
                product,
                video.risenTo(chance.fraction()),
                units,
                gross,
                refunds,
                Math.round((gross - refunds) * product.commission()),
                promo ? Optional.of("SIM" + video.creator().index() + "-10") : Optional.empty(),
                chance.happens(BY_SHOWCASE));
    }
}
