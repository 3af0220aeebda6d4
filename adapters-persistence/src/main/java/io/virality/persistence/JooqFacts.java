package io.virality.persistence;

import io.virality.application.port.Facts;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Provenance;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.ContentType;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Product;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Shop;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.marketplace.Touch;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

final class JooqFacts implements Facts {

    private static final FactTable SHOPS = new FactTable(
            "shop",
            List.of("platform", "shop_id", "observed_at"),
            List.of(
                    "name",
                    "category",
                    "region",
                    "currency",
                    "gmv",
                    "gmv_growth",
                    "units",
                    "price",
                    "videos",
                    "creators",
                    "products"));

    private static final FactTable PRODUCTS = new FactTable(
            "product", List.of("platform", "product_id"), List.of("name", "category", "shop_id", "currency", "price"));

    private static final FactTable SALES = new FactTable(
            "sale",
            List.of("platform", "order_id", "product_id"),
            List.of(
                    "sold_at",
                    "units",
                    "currency",
                    "gross",
                    "refunds",
                    "commission",
                    "creator_id",
                    "video_id",
                    "content_type",
                    "promo_code",
                    "buyer"));

    private static final FactTable AD_RESULTS = new FactTable(
            "ad_result",
            List.of(
                    "channel",
                    "campaign_id",
                    "ad_id",
                    "ad_format",
                    "audience",
                    "age",
                    "gender",
                    "interest",
                    "from_at",
                    "until_at"),
            List.of(
                    "brand_id",
                    "creator_id",
                    "currency",
                    "spend",
                    "impressions",
                    "reach",
                    "clicks",
                    "conversions",
                    "approved_conversions",
                    "revenue"));

    private static final FactTable SPONSORSHIPS = new FactTable(
            "sponsorship",
            List.of("creator_id", "brand_id", "video_id", "from_at"),
            List.of("evidence", "until_at", "videos", "hashtags", "currency", "fee"));

    private static final FactTable TOUCHES = new FactTable(
            "touch",
            List.of("platform", "buyer", "touched_at", "touch", "creator_id", "video_id", "channel", "campaign_id"),
            List.of());

    private static final FactTable PROMO_CODES = new FactTable(
            "promo_code", List.of("platform", "promo_code"), List.of("creator_id", "channel", "campaign_id"));

    private final DirectStatements direct;
    private final CreatorIds creators;
    private final SourceIds sources;

    @Inject
    JooqFacts(DirectStatements direct, CreatorIds creators, SourceIds sources) {
        this.direct = direct;
        this.creators = creators;
        this.sources = sources;
    }

    @Override
    public Tally record(List<FactObservation> observations) {
        return direct.run(statements -> {
            Tally tally = Tally.NONE;
            for (FactObservation observation : observations) {
                tally = tally.plus(record(statements, observation.fact(), observation.provenance())
                        .tally());
            }
            return tally;
        });
    }

    private Outcome record(Statements statements, Fact fact, Provenance provenance) throws SQLException {
        int source = sources.of(provenance);
        if (fact instanceof Sale sale) {
            return record(statements, sale, source, provenance);
        } else if (fact instanceof Touch touch) {
            return record(statements, touch, source, provenance);
        } else if (fact instanceof PromoCode code) {
            return record(statements, code, source, provenance);
        } else if (fact instanceof AdResult result) {
            return record(statements, result, source, provenance);
        } else if (fact instanceof Sponsorship sponsorship) {
            return record(statements, sponsorship, source, provenance);
        } else if (fact instanceof Product product) {
            return record(statements, product, source, provenance);
        }
        return record(statements, (Shop) fact, source, provenance);
    }

    private static Outcome record(Statements statements, Shop shop, int source, Provenance provenance)
            throws SQLException {
        return SHOPS.record(
                statements,
                new Object[] {shop.platform().id(), shop.id()},
                source,
                provenance,
                shop.name().orElse(null),
                shop.category().orElse(null),
                shop.region().orElse(null),
                currency(List.of(shop.grossValue(), shop.growth(), shop.price())),
                amount(shop.grossValue()),
                amount(shop.growth()),
                count(shop.units()),
                amount(shop.price()),
                count(shop.videos()),
                count(shop.creators()),
                count(shop.products()));
    }

    private static Outcome record(Statements statements, Product product, int source, Provenance provenance)
            throws SQLException {
        return PRODUCTS.record(
                statements,
                new Object[] {product.platform().id(), product.id()},
                source,
                provenance,
                product.name().orElse(null),
                product.category().orElse(null),
                product.shop().orElse(null),
                currency(List.of(product.price())),
                amount(product.price()));
    }

    private Outcome record(Statements statements, Sale sale, int source, Provenance provenance) throws SQLException {
        return SALES.record(
                statements,
                new Object[] {sale.platform().id(), sale.order(), sale.product().orElse("")},
                source,
                provenance,
                sale.soldAt().toEpochMilli(),
                count(sale.units()),
                sale.gross().currency().getCurrencyCode(),
                sale.gross().tenThousandths(),
                amount(sale.refunds()),
                amount(sale.commission()),
                creator(statements, sale.creator(), provenance),
                sale.video().orElse(null),
                sale.content().map(ContentType::id).orElse(null),
                sale.promoCode().orElse(null),
                sale.buyer().orElse(null));
    }

    private Outcome record(Statements statements, Touch touch, int source, Provenance provenance) throws SQLException {
        return TOUCHES.record(
                statements,
                new Object[] {
                    touch.platform().id(),
                    touch.buyer(),
                    touch.at().toEpochMilli(),
                    touch.kind().id(),
                    creator(statements, touch.creator(), provenance),
                    touch.video().orElse(null),
                    touch.channel().orElse(null),
                    touch.campaign().orElse(null)
                },
                source,
                provenance);
    }

    private Outcome record(Statements statements, PromoCode code, int source, Provenance provenance)
            throws SQLException {
        return PROMO_CODES.record(
                statements,
                new Object[] {code.platform().id(), code.code()},
                source,
                provenance,
                creator(statements, code.creator(), provenance),
                code.channel().orElse(null),
                code.campaign().orElse(null));
    }

    private Outcome record(Statements statements, AdResult result, int source, Provenance provenance)
            throws SQLException {
        return AD_RESULTS.record(
                statements,
                new Object[] {
                    result.channel(),
                    result.campaign().orElse(null),
                    result.ad().orElse(null),
                    result.format().orElse(null),
                    result.audience().description().orElse(null),
                    result.audience().age().orElse(null),
                    result.audience().gender().orElse(null),
                    result.audience().interest().orElse(null),
                    time(result.period().map(Period::from)),
                    time(result.period().map(Period::until))
                },
                source,
                provenance,
                result.brand().isPresent() ? brand(statements, result.brand().get()) : null,
                creator(statements, result.creator(), provenance),
                currency(List.of(result.spend(), result.revenue())),
                amount(result.spend()),
                count(result.impressions()),
                count(result.reach()),
                count(result.clicks()),
                count(result.conversions()),
                count(result.approvedConversions()),
                amount(result.revenue()));
    }

    private Outcome record(Statements statements, Sponsorship sponsorship, int source, Provenance provenance)
            throws SQLException {
        return SPONSORSHIPS.record(
                statements,
                new Object[] {
                    creator(statements, Optional.of(sponsorship.creator()), provenance),
                    brand(statements, sponsorship.brand()),
                    sponsorship.video().orElse(null),
                    time(sponsorship.period().map(Period::from))
                },
                source,
                provenance,
                sponsorship.evidence().id(),
                time(sponsorship.period().map(Period::until)),
                count(sponsorship.videos()),
                sponsorship.hashtags().isEmpty() ? null : String.join(" ", sponsorship.hashtags()),
                currency(List.of(sponsorship.fee())),
                amount(sponsorship.fee()));
    }

    private Long creator(Statements statements, Optional<Identity> identity, Provenance provenance)
            throws SQLException {
        return identity.isEmpty() ? null : (long) creators.of(statements, identity.get(), provenance.observedAt());
    }

    private static Long brand(Statements statements, Brand brand) throws SQLException {
        statements.update("insert or ignore into brand (name) values (?)", brand.name());
        return statements.first(
                "select id from brand where name = ? collate nocase", row -> row.getLong(1), brand.name());
    }

    private static Long time(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }

    static Long count(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }

    private static Long amount(Optional<Money> money) {
        return money.map(Money::tenThousandths).orElse(null);
    }

    private static String currency(List<Optional<Money>> amounts) {
        return amounts.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(money -> money.currency().getCurrencyCode())
                .orElse(null);
    }
}
