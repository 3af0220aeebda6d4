package io.virality.ingest;

import com.fasterxml.jackson.core.JsonGenerator;
import io.virality.application.Failure;
import io.virality.application.port.Archive;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.VideoObservation;
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
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** Files in the product's own form: one kind of observation, one method; experiments by {@link ExperimentWriter}. */
final class NdjsonArchive implements Archive {

    /** Rows that are kept say all of this themselves. */
    private static final Provenance UNSAID = new Provenance(
            "unknown", "virality-ndjson@" + NdjsonRow.VERSION, Origin.REAL, Freshness.ARCHIVE, Instant.EPOCH, true);

    @Override
    public Writing create(Path file, Origin data) {
        if (Files.exists(file)) {
            throw Failure.invalid(file + " exists already: remove it, or name another file");
        }
        try {
            return new Lines(file, data);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public Reading read(Rejection rejection) {
        String fields = rejection
                .fields()
                .orElseThrow(() -> new IllegalArgumentException("nothing was kept of the row: " + rejection));
        return new RowReader(UNSAID).read(NdjsonRow.read(rejection.position(), fields));
    }

    private static Failure unwritable(Path file, IOException cause) {
        return new Failure(Failure.Kind.INVALID_INPUT, file + " cannot be written: " + cause, cause);
    }

    private static final class Lines implements Writing {

        private final Path file;
        private final Path unfinished;
        private final JsonGenerator json;
        private final ExperimentWriter experiments;

        Lines(Path file, Origin data) throws IOException {
            this.file = file;
            this.unfinished = file.resolveSibling(file.getFileName() + ".part");
            OutputStream bytes = Files.newOutputStream(unfinished);
            boolean compressed = file.toString().endsWith(".gz");
            this.json = NdjsonRow.JSON.createGenerator(
                    new BufferedOutputStream(compressed ? new GZIPOutputStream(bytes, 1 << 16) : bytes, 1 << 16));
            json.setRootValueSeparator(null);
            this.experiments = new ExperimentWriter(json);
            json.writeStartObject();
            text(NdjsonRow.FORMAT, NdjsonRow.FORMAT_NAME);
            json.writeNumberField(NdjsonRow.FORMAT_VERSION, NdjsonRow.VERSION);
            text(NdjsonRow.DATA, data.id());
            end();
        }

        @Override
        public void write(Reading observation) {
            try {
                if (observation instanceof CreatorObservation creator) {
                    creator(creator);
                } else if (observation instanceof VideoObservation video) {
                    video(video);
                } else if (observation instanceof GrowthObservation growth) {
                    growth(growth);
                } else if (observation instanceof FactObservation told) {
                    fact(told.fact(), told.provenance());
                } else if (observation instanceof FeedbackObservation feedback) {
                    feedback(feedback);
                } else if (observation instanceof ExperimentObservation piece) {
                    experiments.write(piece.kept());
                    json.writeRaw('\n');
                } else {
                    throw new IllegalArgumentException("no observation: " + observation);
                }
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }

        private void creator(CreatorObservation observation) throws IOException {
            Counts counts = observation.snapshot().counts();
            ProviderRates rates = observation.snapshot().rates();
            Profile profile = observation.profile();
            Provenance provenance = observation.snapshot().provenance();
            start(Kinds.CREATOR, observation.creator());
            text(Fields.OBSERVED_AT, provenance.observedAt().toString());
            if (!profile.equals(Profile.UNKNOWN)
                    || !counts.equals(Counts.UNKNOWN)
                    || !rates.equals(ProviderRates.NONE)) {
                source(provenance);
            }
            text(Fields.NICKNAME, profile.nickname());
            text(Fields.BIOGRAPHY, profile.biography());
            text(Fields.BIO_LINK, profile.bioLink());
            text(Fields.REGION, profile.region());
            text(Fields.LANGUAGE, profile.language());
            text(Fields.CATEGORY, profile.category());
            if (profile.verified().isPresent()) {
                json.writeBooleanField(Fields.VERIFIED, profile.verified().get());
            }
            count(Fields.FOLLOWERS, counts.followers());
            count(Fields.FOLLOWING, counts.following());
            count(Fields.LIKES, counts.likes());
            count(Fields.VIDEOS, counts.videos());
            rate(Fields.ENGAGEMENT_RATE, rates.average());
            rate(Fields.LIKE_ENGAGEMENT_RATE, rates.likes());
            rate(Fields.COMMENT_ENGAGEMENT_RATE, rates.comments());
            end();
        }

        private void video(VideoObservation observation) throws IOException {
            VideoCounts counts = observation.counts();
            VideoDetails details = observation.details();
            start(Kinds.VIDEO, observation.platform(), observation.creator());
            text(Fields.VIDEO_ID, observation.videoId());
            if (!observation.provenance().source().isEmpty()) {
                said(observation.provenance());
            }
            text(Fields.POSTED_AT, details.postedAt().map(Instant::toString));
            text(Fields.CAPTION, details.caption());
            hashtags(Fields.HASHTAGS, details.hashtags());
            text(Fields.SOUND, details.sound());
            Optional<Duration> duration = details.duration();
            if (duration.isPresent()) {
                json.writeNumberField(Fields.DURATION_SECONDS, duration.get().toSeconds());
            }
            hashtags(Fields.DISCLOSURES, details.disclosures());
            count(Fields.VIEWS, counts.views());
            count(Fields.LIKES, counts.likes());
            count(Fields.COMMENTS, counts.comments());
            count(Fields.SHARES, counts.shares());
            count(Fields.SAVES, counts.saves());
            count(Fields.FOLLOWERS, observation.creatorCounts().followers());
            end();
        }

        private void growth(GrowthObservation observation) throws IOException {
            start(Kinds.GROWTH, observation.creator());
            said(observation.provenance());
            period(Optional.of(observation.growth().period()));
            count(Fields.FOLLOWERS_GAINED, observation.growth().followers());
            count(Fields.VIEWS_GAINED, observation.growth().views());
            end();
        }

        private void fact(Fact fact, Provenance provenance) throws IOException {
            if (fact instanceof Shop shop) {
                start(Kinds.SHOP, shop.platform(), Optional.empty());
                said(provenance);
                shop(shop);
            } else if (fact instanceof Product product) {
                start(Kinds.PRODUCT, product.platform(), Optional.empty());
                said(provenance);
                product(product);
            } else if (fact instanceof Sale sale) {
                start(Kinds.SALE, sale.platform(), sale.creator());
                said(provenance);
                sale(sale);
            } else if (fact instanceof Touch touch) {
                start(Kinds.TOUCH, touch.platform(), touch.creator());
                said(provenance);
                touch(touch);
            } else if (fact instanceof PromoCode code) {
                start(Kinds.PROMO_CODE, code.platform(), code.creator());
                said(provenance);
                text(Fields.PROMO_CODE, code.code());
                text(Fields.CHANNEL, code.channel());
                text(Fields.CAMPAIGN_ID, code.campaign());
            } else if (fact instanceof AdResult result) {
                json.writeStartObject();
                text(NdjsonRow.KIND, Kinds.AD_RESULT);
                if (result.creator().isPresent()) {
                    creator(result.creator().get());
                }
                said(provenance);
                adResult(result);
            } else if (fact instanceof Sponsorship sponsorship) {
                start(Kinds.SPONSORSHIP, sponsorship.creator());
                said(provenance);
                sponsorship(sponsorship);
            }
            end();
        }

        private void shop(Shop shop) throws IOException {
            text(Fields.SHOP_ID, shop.id());
            text(Fields.NAME, shop.name());
            text(Fields.CATEGORY, shop.category());
            text(Fields.REGION, shop.region());
            currency(List.of(shop.grossValue(), shop.growth(), shop.price()));
            amount(Fields.GMV, shop.grossValue());
            amount(Fields.GMV_GROWTH, shop.growth());
            count(Fields.UNITS, shop.units());
            amount(Fields.PRICE, shop.price());
            count(Fields.VIDEOS, shop.videos());
            count(Fields.CREATORS, shop.creators());
            count(Fields.PRODUCTS, shop.products());
        }

        private void product(Product product) throws IOException {
            text(Fields.PRODUCT_ID, product.id());
            text(Fields.NAME, product.name());
            text(Fields.CATEGORY, product.category());
            text(Fields.SHOP_ID, product.shop());
            currency(List.of(product.price()));
            amount(Fields.PRICE, product.price());
        }

        private void sale(Sale sale) throws IOException {
            text(Fields.ORDER_ID, sale.order());
            text(Fields.PRODUCT_ID, sale.product());
            text(Fields.SOLD_AT, sale.soldAt().toString());
            count(Fields.UNITS, sale.units());
            currency(List.of(Optional.of(sale.gross())));
            amount(Fields.GROSS, Optional.of(sale.gross()));
            amount(Fields.REFUNDS, sale.refunds());
            amount(Fields.COMMISSION, sale.commission());
            text(Fields.VIDEO_ID, sale.video());
            text(Fields.CONTENT_TYPE, sale.content().map(ContentType::id));
            text(Fields.PROMO_CODE, sale.promoCode());
            text(Fields.BUYER, sale.buyer());
        }

        private void touch(Touch touch) throws IOException {
            text(Fields.BUYER, touch.buyer());
            text(Fields.TOUCHED_AT, touch.at().toString());
            text(Fields.TOUCH, touch.kind().id());
            text(Fields.VIDEO_ID, touch.video());
            text(Fields.CHANNEL, touch.channel());
            text(Fields.CAMPAIGN_ID, touch.campaign());
        }

        private void adResult(AdResult result) throws IOException {
            text(Fields.CHANNEL, result.channel());
            text(Fields.CAMPAIGN_ID, result.campaign());
            text(Fields.AD_ID, result.ad());
            text(Fields.AD_FORMAT, result.format());
            text(Fields.AUDIENCE, result.audience().description());
            text(Fields.AGE, result.audience().age());
            text(Fields.GENDER, result.audience().gender());
            text(Fields.INTEREST, result.audience().interest());
            period(result.period());
            text(Fields.BRAND, result.brand().map(Brand::name));
            currency(List.of(result.spend(), result.revenue()));
            amount(Fields.SPEND, result.spend());
            count(Fields.IMPRESSIONS, result.impressions());
            count(Fields.REACH, result.reach());
            count(Fields.CLICKS, result.clicks());
            count(Fields.CONVERSIONS, result.conversions());
            count(Fields.APPROVED_CONVERSIONS, result.approvedConversions());
            amount(Fields.REVENUE, result.revenue());
        }

        private void sponsorship(Sponsorship sponsorship) throws IOException {
            text(Fields.BRAND, sponsorship.brand().name());
            text(Fields.VIDEO_ID, sponsorship.video());
            text(Fields.EVIDENCE, sponsorship.evidence().id());
            period(sponsorship.period());
            count(Fields.SPONSORED_VIDEOS, sponsorship.videos());
            hashtags(Fields.HASHTAGS, sponsorship.hashtags());
            currency(List.of(sponsorship.fee()));
            amount(Fields.FEE, sponsorship.fee());
        }

        private void feedback(FeedbackObservation feedback) throws IOException {
            start(Kinds.FEEDBACK, feedback.creator());
            text(Fields.BRAND, feedback.brand().name());
            text(Fields.STAGE, feedback.stage().name().toLowerCase(Locale.ROOT));
            text(Fields.GIVEN_AT, feedback.givenAt().toString());
            end();
        }

        private void start(String kind, Identity creator) throws IOException {
            start(kind, creator.platform(), Optional.of(creator));
        }

        private void start(String kind, Platform platform, Optional<Identity> creator) throws IOException {
            json.writeStartObject();
            text(NdjsonRow.KIND, kind);
            if (creator.isPresent()) {
                creator(creator.get());
            } else {
                text(Fields.PLATFORM, platform.id());
            }
        }

        private void creator(Identity creator) throws IOException {
            text(Fields.PLATFORM, creator.platform().id());
            text(Fields.PLATFORM_ID, creator.platformId());
            text(Fields.HANDLE, creator.handle().map(Handle::name));
        }

        private void said(Provenance provenance) throws IOException {
            text(Fields.OBSERVED_AT, provenance.observedAt().toString());
            source(provenance);
        }

        private void period(Optional<Period> period) throws IOException {
            text(Fields.FROM, period.map(Period::from).map(Instant::toString));
            text(Fields.UNTIL, period.map(Period::until).map(Instant::toString));
        }

        /** The reader takes one # away. */
        private void hashtags(String field, List<String> hashtags) throws IOException {
            if (!hashtags.isEmpty()) {
                text(
                        field,
                        hashtags.stream()
                                .map(hashtag -> hashtag.startsWith("#") ? "#" + hashtag : hashtag)
                                .collect(Collectors.joining(" ")));
            }
        }

        private void currency(List<Optional<Money>> amounts) throws IOException {
            text(
                    Fields.CURRENCY,
                    amounts.stream().flatMap(Optional::stream).findFirst().map(money -> money.currency()
                            .getCurrencyCode()));
        }

        /** As a text: a reader must not take it for a binary fraction. */
        private void amount(String field, Optional<Money> money) throws IOException {
            text(
                    field,
                    money.map(Money::amount).map(BigDecimal::stripTrailingZeros).map(BigDecimal::toPlainString));
        }

        private void source(Provenance provenance) throws IOException {
            text(Fields.SOURCE, provenance.source());
            text(Fields.SOURCE_VERSION, provenance.version());
            json.writeBooleanField(Fields.SIMULATED, provenance.origin() == Origin.SIMULATED);
            text(Fields.FRESHNESS, provenance.freshness().name().toLowerCase(Locale.ROOT));
        }

        private void end() throws IOException {
            json.writeEndObject();
            json.writeRaw('\n');
        }

        private void text(String field, String value) throws IOException {
            json.writeStringField(field, value);
        }

        private void text(String field, Optional<String> value) throws IOException {
            if (value.isPresent()) {
                text(field, value.get());
            }
        }

        private void count(String field, OptionalLong value) throws IOException {
            if (value.isPresent()) {
                json.writeNumberField(field, value.getAsLong());
            }
        }

        private void rate(String field, OptionalDouble value) throws IOException {
            if (value.isPresent()) {
                json.writeNumberField(field, value.getAsDouble());
            }
        }

        @Override
        public void complete() {
            try {
                json.close();
                Files.move(unfinished, file);
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }

        @Override
        public void close() {
            try {
                json.close();
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }
}
