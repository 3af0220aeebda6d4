package io.virality.ingest.tiktok;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An invented market as rows: products, sponsorships, sales with what their buyers met, promo codes, advertisements, and at
 * last the shops, which add up the sales.
 */
final class MarketRows {

    private static final Duration GROWTH_PERIOD = Duration.ofDays(30);

    private final SimulatedMarket market;
    private final SimulatedWorld world;
    private final Instant end;
    private final Map<SimulatedBrand, Ledger> ledgers = new HashMap<>();
    private final SimulatedJourneys journeys;
    private final Map<String, SimulatedCreator> codes = new LinkedHashMap<>();

    /** What is told, before it is numbered. */
    record Row(String kind, Map<String, String> fields) {}

    /** What a shop sold. */
    private static final class Ledger {
        private long gross;
        private long recentGross;
        private long recentUnits;
        private final Set<String> creators = new HashSet<>();
        private final Set<String> videos = new HashSet<>();

        void add(SimulatedSale sale, Instant recent) {
            gross += sale.gross();
            if (!sale.soldAt().isBefore(recent)) {
                recentGross += sale.gross();
                recentUnits += sale.units();
            }
            creators.add(sale.video().creator().id());
            videos.add(sale.video().id());
        }
    }

    MarketRows(SimulatedMarket market) {
        this.market = market;
        this.world = market.world();
        this.end = world.observedAt(world.days() - 1);
        this.journeys = new SimulatedJourneys(market);
        market.brands().forEach(brand -> ledgers.put(brand, new Ledger()));
    }

    /** All of them, made when they are asked for; to be asked for once. */
    Stream<Row> all() {
        return Stream.of(
                        market.brands().stream()
                                .flatMap(brand -> market.products(brand).stream())
                                .map(this::product),
                        creators().flatMap(this::sponsorships),
                        creators()
                                .flatMap(creator -> creator.videos(world.days()))
                                .flatMap(video -> market.sales(video, end))
                                .flatMap(sale -> Stream.concat(
                                        Stream.of(sale(sale)),
                                        journeys.around(sale).map(touch -> touch(sale, touch)))),
                        Stream.of(codes).flatMap(all -> all.entrySet().stream()).map(this::promoCode),
                        AdWeek.all(market)
                                .filter(week -> !week.until().isAfter(end))
                                .map(this::advertisement),
                        market.brands().stream().map(this::shop))
                .flatMap(part -> part);
    }

    private Stream<SimulatedCreator> creators() {
        return IntStream.range(0, world.creators()).mapToObj(world::creator);
    }

    private Row product(SimulatedProduct product) {
        Map<String, String> fields = fields();
        fields.put(Fields.PRODUCT_ID, product.id());
        fields.put(Fields.SHOP_ID, product.brand().shopId());
        fields.put(Fields.NAME, product.name());
        fields.put(Fields.CATEGORY, product.brand().category().id());
        fields.put(Fields.PRICE, amount(product.price()));
        return new Row(Kinds.PRODUCT, fields);
    }

    private Stream<Row> sponsorships(SimulatedCreator creator) {
        return IntStream.rangeClosed(0, (world.days() - 1) / SimulatedSponsorship.SEASON_DAYS)
                .mapToObj(season -> SimulatedSponsorship.inSeason(creator, season))
                .flatMap(contract -> contract.stream())
                .filter(contract -> contract.firstDay() < world.days())
                .map(contract -> sponsorship(creator, contract));
    }

    private Row sponsorship(SimulatedCreator creator, SimulatedSponsorship contract) {
        Map<String, String> fields = fields();
        Instant from = world.observedAt(contract.firstDay() - 1);
        long videos = creator.videos(world.days())
                .filter(video -> video.sponsorship().filter(contract::equals).isPresent())
                .count();
        fields.put(Fields.PLATFORM_ID, creator.id());
        fields.put(Fields.BRAND, brand(contract).name());
        fields.put(Fields.EVIDENCE, "contract");
        fields.put(Fields.FROM, from.toString());
        fields.put(Fields.UNTIL, from.plus(Duration.ofDays(contract.days())).toString());
        fields.put(Fields.SPONSORED_VIDEOS, Long.toString(videos));
        fields.put(Fields.FEE, amount(contract.fee()));
        return new Row(Kinds.SPONSORSHIP, fields);
    }

    private SimulatedBrand brand(SimulatedSponsorship contract) {
        return market.brands().get(contract.brand());
    }

    private Row sale(SimulatedSale sale) {
        ledgers.get(sale.product().brand()).add(sale, end.minus(GROWTH_PERIOD));
        Map<String, String> fields = fields();
        fields.put(Fields.ORDER_ID, sale.id());
        fields.put(Fields.PRODUCT_ID, sale.product().id());
        fields.put(Fields.PLATFORM_ID, sale.video().creator().id());
        fields.put(Fields.SOLD_AT, sale.soldAt().toString());
        fields.put(Fields.UNITS, Integer.toString(sale.units()));
        fields.put(Fields.GROSS, amount(sale.gross()));
        fields.put(Fields.REFUNDS, amount(sale.refunds()));
        fields.put(Fields.COMMISSION, amount(sale.commission()));
        fields.put(Fields.BUYER, SimulatedJourneys.buyer(sale));
        sale.promoCode().ifPresent(code -> {
            fields.put(Fields.PROMO_CODE, code);
            codes.put(code, sale.video().creator());
        });
        if (sale.showcase()) {
            fields.put(Fields.CONTENT_TYPE, "showcase");
        } else {
            fields.put(Fields.CONTENT_TYPE, "video");
            fields.put(Fields.VIDEO_ID, sale.video().id());
        }
        return new Row(Kinds.SALE, fields);
    }

    private Row touch(SimulatedSale sale, SimulatedTouch touch) {
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.OBSERVED_AT, end.toString());
        fields.put(Fields.BUYER, touch.buyer());
        fields.put(Fields.TOUCHED_AT, touch.at().toString());
        fields.put(Fields.TOUCH, touch.click() ? "click" : "view");
        touch.creator().ifPresent(creator -> fields.put(Fields.PLATFORM_ID, creator.id()));
        touch.video().ifPresent(video -> fields.put(Fields.VIDEO_ID, video));
        touch.advertisement().ifPresent(channel -> {
            fields.put(Fields.CHANNEL, channel.id());
            fields.put(Fields.CAMPAIGN_ID, campaign(channel, sale.product().brand()));
        });
        return new Row(Kinds.TOUCH, fields);
    }

    private Row promoCode(Map.Entry<String, SimulatedCreator> code) {
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.OBSERVED_AT, end.toString());
        fields.put(Fields.PROMO_CODE, code.getKey());
        fields.put(Fields.PLATFORM_ID, code.getValue().id());
        return new Row(Kinds.PROMO_CODE, fields);
    }

    private static String campaign(AdChannel channel, SimulatedBrand brand) {
        return "sim-" + channel.id() + "-" + brand.index();
    }

    private Row advertisement(AdWeek week) {
        Map<String, String> fields = fields();
        fields.put(Fields.CHANNEL, week.channel().id());
        fields.put(Fields.CAMPAIGN_ID, campaign(week.channel(), week.brand()));
        fields.put(Fields.AD_FORMAT, week.channel().format());
        fields.put(Fields.BRAND, week.brand().name());
        fields.put(Fields.FROM, week.from().toString());
        fields.put(Fields.UNTIL, week.until().toString());
        fields.put(Fields.SPEND, amount(week.spend()));
        fields.put(Fields.IMPRESSIONS, Long.toString(week.impressions()));
        if (week.channel().clicks() > 0) {
            fields.put(Fields.CLICKS, Long.toString(week.clicks()));
        }
        fields.put(Fields.CONVERSIONS, Long.toString(week.conversions()));
        fields.put(Fields.REVENUE, amount(week.revenue()));
        return new Row(Kinds.AD_RESULT, fields);
    }

    private Row shop(SimulatedBrand brand) {
        Ledger ledger = ledgers.get(brand);
        List<SimulatedProduct> products = market.products(brand);
        double price =
                products.stream().mapToLong(SimulatedProduct::price).average().orElseThrow();
        Map<String, String> fields = fields();
        fields.put(Fields.SHOP_ID, brand.shopId());
        fields.put(Fields.NAME, brand.name() + " Shop");
        fields.put(Fields.CATEGORY, brand.category().id());
        fields.put(Fields.REGION, brand.market().name());
        fields.put(Fields.GMV, amount(ledger.gross));
        fields.put(Fields.GMV_GROWTH, amount(ledger.recentGross));
        fields.put(Fields.UNITS, Long.toString(ledger.recentUnits));
        fields.put(Fields.PRICE, amount(Math.round(price)));
        fields.put(Fields.PRODUCTS, Integer.toString(products.size()));
        fields.put(Fields.CREATORS, Integer.toString(ledger.creators.size()));
        fields.put(Fields.VIDEOS, Integer.toString(ledger.videos.size()));
        return new Row(Kinds.SHOP, fields);
    }

    private Map<String, String> fields() {
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.OBSERVED_AT, end.toString());
        fields.put(Fields.CURRENCY, "USD");
        return fields;
    }

    private static String amount(long cents) {
        return BigDecimal.valueOf(cents, 2).toString();
    }
}
