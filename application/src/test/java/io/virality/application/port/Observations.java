package io.virality.application.port;

import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Growth;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Audience;
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
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/** Made-up observations for tests. */
public final class Observations {

    /** When most of them are made. */
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    /** A day later. */
    public static final Instant NEXT_DAY = NOON.plus(Duration.ofDays(1));

    private Observations() {}

    /** Who observed, and when. */
    public static Provenance by(String source, Instant at) {
        return new Provenance(source, "test@1", Origin.REAL, Freshness.ARCHIVE, at, false);
    }

    /** The same with a time that the row itself does not say. */
    public static Provenance assumed(String source, Instant at) {
        return new Provenance(source, "test@1", Origin.REAL, Freshness.ARCHIVE, at, true);
    }

    /** The same, invented. */
    public static Provenance simulated(Instant at) {
        return new Provenance("simulation", "test@1", Origin.SIMULATED, Freshness.LIVE, at, false);
    }

    /** A creator known by id and handle. */
    public static Identity identity(String handle) {
        return Identity.of("id-of-" + handle, Handle.tiktok(handle));
    }

    /** Mere counts. */
    public static CreatorObservation counts(String handle, long followers, Provenance provenance) {
        return new CreatorObservation(
                identity(handle),
                Profile.UNKNOWN,
                new Snapshot(Counts.of(followers, 10, 20 * followers, 40), ProviderRates.NONE, provenance));
    }

    /** A profile with counts and the provider's rate. */
    public static CreatorObservation profile(
            String handle, String region, long followers, double rate, Provenance provenance) {
        return new CreatorObservation(
                identity(handle),
                profile("Nick of " + handle, region),
                new Snapshot(
                        Counts.of(followers, 10, 20 * followers, 40),
                        new ProviderRates(
                                OptionalDouble.of(rate), OptionalDouble.of(rate * .75), OptionalDouble.of(rate * .25)),
                        provenance));
    }

    /** A profile with a nickname and a region. */
    public static Profile profile(String nickname, String region) {
        return new Profile(
                Optional.of(nickname),
                Optional.of("Says something about " + nickname),
                Optional.empty(),
                Optional.ofNullable(region),
                Optional.of("en"),
                Optional.empty(),
                Optional.of(false));
    }

    /** A video with all its counts. */
    public static VideoObservation video(
            String handle, String videoId, Instant postedAt, long views, long likes, Provenance provenance) {
        return new VideoObservation(
                identity(handle),
                videoId,
                new VideoDetails(
                        Optional.of(postedAt),
                        Optional.of("caption"),
                        List.of("fyp", "日本"),
                        Optional.of("sound"),
                        Optional.of(Duration.ofSeconds(15)),
                        List.of()),
                new VideoCounts(
                        OptionalLong.of(views),
                        OptionalLong.of(likes),
                        OptionalLong.of(2),
                        OptionalLong.of(1),
                        OptionalLong.empty()),
                provenance);
    }

    /** The same with what is told of its creator. */
    public static VideoObservation withFollowers(VideoObservation video, long followers) {
        return new VideoObservation(
                video.platform(),
                video.creator(),
                video.videoId(),
                video.details(),
                video.counts(),
                Counts.of(followers, 10, 20 * followers, 40),
                video.provenance());
    }

    /** Some videos of the creators of {@link #many}, half of them of a few; some seen twice, some without views. */
    public static List<VideoObservation> manyVideos(int creators, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<VideoObservation> observations = new ArrayList<>();
        for (int i = 0; i < 2 * creators; i++) {
            String handle = "creator_" + random.nextInt(random.nextBoolean() ? creators : 1 + creators / 12);
            Instant posted = NOON.minus(Duration.ofHours(random.nextInt(24, 60 * 24)));
            long views = random.nextInt(8) == 0 ? 0 : Math.round(Math.exp(random.nextDouble() * 12));
            long followers = Math.round(Math.exp(random.nextDouble() * 15));
            VideoObservation once = video(
                    handle, Long.toString(7_000 + i), posted, views, random.nextLong(views + 1), by("crawl", NOON));
            once = varied(once, random);
            observations.add(random.nextInt(6) == 0 ? once : withFollowers(once, followers));
            if (random.nextInt(4) == 0) {
                observations.add(withFollowers(
                        video(
                                handle,
                                once.videoId(),
                                posted,
                                views * 2,
                                random.nextLong(views + 1),
                                by("crawl", NEXT_DAY)),
                        followers + 10));
            }
        }
        return observations;
    }

    /**
     * Videos of {@code creator_0} and further ones, one a day up to four days ago, whose views stay high or low for some
     * days.
     */
    public static List<VideoObservation> streaks(int creators, int days, long seed) {
        List<VideoObservation> observations = new ArrayList<>();
        for (int creator = 0; creator < creators; creator++) {
            SplittableRandom random = new SplittableRandom(seed + creator);
            double above = 0;
            for (int day = 0; day < days; day++) {
                above = .6 * above + .8 * random.nextGaussian();
                long views = Math.round(Math.exp(8 + above));
                observations.add(withFollowers(
                        video(
                                "creator_" + creator,
                                creator + "_" + day,
                                NOON.minus(Duration.ofDays(3L + days - day)).minusSeconds(random.nextInt(80_000)),
                                views,
                                views / 10,
                                by("crawl", NOON)),
                        10_000));
            }
        }
        return observations;
    }

    private static VideoObservation varied(VideoObservation video, SplittableRandom random) {
        String[] hashtags = {"fyp", "ForYou", "日本", "say\"it\\", "foryou"};
        return new VideoObservation(
                video.creator().orElseThrow(),
                video.videoId(),
                new VideoDetails(
                        video.details().postedAt(),
                        video.details().caption(),
                        List.of(hashtags).subList(random.nextInt(3), random.nextInt(3, 6)),
                        maybe(random, "sound " + random.nextInt(3)),
                        Optional.of(Duration.ofSeconds(random.nextInt(5, 60))),
                        List.of()),
                video.counts(),
                video.provenance());
    }

    /** Many profiles of all sizes with ties, some without a rate, some without a region. */
    public static List<CreatorObservation> many(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] regions = {"US", "ID", "BR", "JP", null};
        List<CreatorObservation> observations = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String handle = "creator_" + i;
            long followers = Math.round(Math.exp(random.nextDouble() * 15));
            double rate = random.nextInt(1, 400) / 1000.0;
            String region = regions[Math.min(random.nextInt(12), regions.length - 1)];
            CreatorObservation whole = profile(handle, region, followers, rate, by("survey", NOON));
            observations.add(
                    random.nextInt(10) == 0
                            ? new CreatorObservation(
                                    whole.creator(),
                                    whole.profile(),
                                    new Snapshot(
                                            whole.snapshot().counts(),
                                            ProviderRates.NONE,
                                            whole.snapshot().provenance()))
                            : whole);
        }
        return observations;
    }

    /** The creators of {@link #many} counted again and again: some daily, some now and then, some only once more. */
    public static List<CreatorObservation> manyDays(int creators, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<CreatorObservation> observations = new ArrayList<>();
        for (int i = 0; i < creators; i++) {
            double followers = random.nextInt(9) == 0 ? 0 : Math.exp(random.nextDouble() * 15);
            int days = random.nextInt(4) == 0 ? random.nextInt(24) : random.nextInt(9);
            int step = random.nextInt(1, 4);
            Instant start = NOON.minus(Duration.ofHours(random.nextInt(24, 900)));
            for (int day = 0; day < days; day++) {
                Provenance provenance = by(random.nextInt(4) == 0 ? "crawl" : "survey", start);
                observations.add(counts("creator_" + i, Math.round(followers), provenance));
                start = start.plus(Duration.ofHours(24L * step - random.nextInt(3) * 9L));
                followers *= .96 + random.nextDouble() / 10;
            }
        }
        return observations;
    }

    /**
     * What creators of {@link #many} sold and how they were advertised: in several currencies, some twice told, some
     * without refunds or creator.
     */
    public static List<FactObservation> manySales(int creators, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] currencies = {"USD", "USD", "USD", "EUR", "XXX"};
        List<FactObservation> observations = new ArrayList<>();
        for (int i = 0; i < 3 * creators; i++) {
            // Only some creators sell, and some more than others.
            Identity creator = identity("creator_" + random.nextInt(random.nextInt(creators) + 1));
            Provenance provenance = random.nextInt(5) == 0 ? simulated(NEXT_DAY) : by("shop", NOON);
            if (random.nextInt(6) == 0) {
                observations.add(new FactObservation(anyAd(random, creator, i), provenance));
                continue;
            }
            Currency currency = Currency.getInstance(currencies[random.nextInt(currencies.length)]);
            long gross = random.nextLong(1, 1_000_000);
            Sale sale = new Sale(
                    Platform.TIKTOK,
                    "order" + random.nextInt(2 * creators),
                    maybe(random, "product" + random.nextInt(3)),
                    NOON.minusSeconds(random.nextInt(90_000)),
                    random.nextInt(9) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextInt(1, 5)),
                    Money.ofTenThousandths(gross, currency),
                    random.nextInt(5) == 0
                            ? Optional.empty()
                            : Optional.of(Money.ofTenThousandths(
                                    random.nextInt(4) == 0 ? random.nextLong(gross + 1) : 0, currency)),
                    Optional.empty(),
                    random.nextInt(8) == 0 ? Optional.empty() : Optional.of(creator),
                    Optional.empty(),
                    maybe(random, ContentType.values()[random.nextInt(ContentType.values().length)]),
                    Optional.empty(),
                    Optional.empty());
            observations.add(new FactObservation(sale, provenance));
        }
        return observations;
    }

    /** Orders that came from videos of {@link #manyVideos}, some of several products, and who paid for some of the videos. */
    public static List<FactObservation> salesOfVideos(int creators, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<FactObservation> observations = new ArrayList<>();
        for (int i = 0; i < 2 * creators; i++) {
            Optional<String> video = Optional.of(Integer.toString(7_000 + random.nextInt(2 * creators)));
            observations.add(new FactObservation(
                    new Sale(
                            Platform.TIKTOK,
                            "order" + i / 2,
                            Optional.of("product" + i),
                            NOON,
                            OptionalLong.of(1),
                            dollars("10"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            video,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    by("shop", NOON)));
            observations.add(new FactObservation(
                    new Sponsorship(
                            identity("creator_" + random.nextInt(creators)),
                            new Brand("Brand"),
                            random.nextBoolean() ? video : Optional.empty(),
                            Sponsorship.Evidence.DISCLOSED,
                            Optional.empty(),
                            OptionalLong.empty(),
                            List.of(),
                            Optional.empty()),
                    by("shop", NOON)));
        }
        return observations;
    }

    /** What advertisements and creators of {@link #many} were paid, in several currencies, and with what was told missing. */
    public static List<FactObservation> manyPayments(int creators, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] currencies = {"USD", "USD", "EUR", "XXX"};
        List<FactObservation> observations = new ArrayList<>();
        for (int i = 0; i < 2 * creators; i++) {
            Identity creator = identity("creator_" + random.nextInt(creators));
            Currency currency = Currency.getInstance(currencies[random.nextInt(currencies.length)]);
            Provenance provenance = random.nextInt(5) == 0 ? simulated(NEXT_DAY) : by("channel", NOON);
            Instant began = NOON.minusSeconds(random.nextInt(90_000));
            Optional<Period> period = maybe(random, new Period(began, NOON));
            Money money = Money.ofTenThousandths(random.nextLong(1_000_000), currency);
            observations.add(new FactObservation(
                    new AdResult(
                            random.nextBoolean() ? "tiktok" : "facebook",
                            maybe(random, "campaign " + random.nextInt(3)),
                            maybe(random, "paid " + i),
                            maybe(random, "video"),
                            new Audience(
                                    maybe(random, "students"),
                                    maybe(random, "30-34"),
                                    maybe(random, "F"),
                                    maybe(random, "7")),
                            period,
                            Optional.empty(),
                            maybe(random, creator),
                            Optional.of(money),
                            OptionalLong.of(1_000 + random.nextInt(1_000)),
                            OptionalLong.of(random.nextInt(1_000)),
                            OptionalLong.of(random.nextInt(100)),
                            OptionalLong.of(50 + random.nextInt(50)),
                            random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(50)),
                            maybe(random, Money.ofTenThousandths(random.nextLong(1_000_000), currency))),
                    provenance));
            if (random.nextBoolean()) {
                observations.add(new FactObservation(
                        new Sponsorship(
                                creator,
                                new Brand("Brand " + i),
                                Optional.empty(),
                                Sponsorship.Evidence.CONTRACT,
                                period,
                                OptionalLong.empty(),
                                List.of(),
                                Optional.of(money)),
                        provenance));
            }
        }
        return observations;
    }

    private static AdResult anyAd(SplittableRandom random, Identity creator, int number) {
        long impressions = random.nextLong(1_000_000);
        return new AdResult(
                "tiktok",
                Optional.of("campaign"),
                Optional.of("ad" + number),
                Optional.empty(),
                new Audience(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                random.nextInt(4) == 0 ? Optional.empty() : Optional.of(creator),
                Optional.empty(),
                OptionalLong.of(impressions),
                OptionalLong.empty(),
                random.nextInt(5) == 0 ? OptionalLong.empty() : OptionalLong.of(random.nextLong(impressions + 1)),
                OptionalLong.empty(),
                OptionalLong.empty(),
                Optional.empty());
    }

    /** Anything that sources may say about a few creators: renamed ones, contradictions, texts in every script. */
    public static List<Reading> anything(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        String[] texts = {"plain", "日本 \"quoted\"", "a\nb\\c", "🎨\u2028 end", "#tag, {json}"};
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            Instant at = NOON.plusSeconds(3_600L * random.nextInt(20)).plusMillis(random.nextInt(3));
            Provenance provenance = new Provenance(
                    "source " + random.nextInt(3),
                    "v@" + random.nextInt(2),
                    seed % 3 == 0 || random.nextInt(4) == 0 && seed % 3 == 1 ? Origin.SIMULATED : Origin.REAL,
                    Freshness.values()[random.nextInt(3)],
                    at,
                    random.nextInt(5) == 0);
            int person = random.nextInt(9);
            Handle handle = Handle.tiktok("handle_" + (random.nextInt(8) == 0 ? random.nextInt(9) : person));
            Identity identity = person < 4 && random.nextInt(3) == 0
                    ? Identity.of(handle)
                    : Identity.of("90071992547409930" + person, handle);
            if (random.nextInt(3) == 0) {
                readings.add(new FactObservation(anyFact(random, identity, texts), provenance));
                readings.add(new GrowthObservation(
                        identity,
                        new Growth(
                                new Period(NOON, NOON.plusSeconds(random.nextInt(1, 4))),
                                OptionalLong.of(random.nextInt(-9, 9)),
                                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(9))),
                        provenance));
                continue;
            }
            if (random.nextInt(3) == 0) {
                readings.add(new VideoObservation(
                        Platform.TIKTOK,
                        maybe(
                                random,
                                new Identity(Platform.TIKTOK, Optional.of("900719925474099301"), Optional.empty())),
                        "72000000000000000" + random.nextInt(12),
                        new VideoDetails(
                                maybe(random, NOON),
                                maybe(random, texts[random.nextInt(texts.length)]),
                                random.nextBoolean() ? List.of("fyp", "#日本") : List.of(),
                                maybe(random, "sound"),
                                maybe(random, Duration.ofSeconds(random.nextInt(90))),
                                random.nextInt(5) == 0 ? List.of("ad", "sponsored") : List.of()),
                        new VideoCounts(
                                OptionalLong.of(1_000_000L + random.nextInt(9)),
                                OptionalLong.of(random.nextInt(9)),
                                random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(9)),
                                OptionalLong.empty(),
                                OptionalLong.of(Counts.LARGEST)),
                        Counts.UNKNOWN,
                        provenance));
                continue;
            }
            readings.add(new CreatorObservation(
                    identity,
                    random.nextBoolean()
                            ? Profile.UNKNOWN
                            : new Profile(
                                    maybe(random, texts[random.nextInt(texts.length)]),
                                    maybe(random, texts[random.nextInt(texts.length)]),
                                    maybe(random, "https://example.org/?a=1&b=2"),
                                    maybe(random, "US"),
                                    maybe(random, "pt-BR"),
                                    maybe(random, texts[random.nextInt(texts.length)]),
                                    maybe(random, random.nextBoolean())),
                    random.nextInt(6) == 0
                            ? new Snapshot(Counts.UNKNOWN, ProviderRates.NONE, provenance)
                            : new Snapshot(
                                    Counts.of(random.nextInt(4), 2, Counts.LARGEST, 4),
                                    new ProviderRates(
                                            random.nextBoolean()
                                                    ? OptionalDouble.empty()
                                                    : OptionalDouble.of(random.nextDouble() / 1e6),
                                            OptionalDouble.of(random.nextDouble()),
                                            OptionalDouble.empty()),
                                    provenance)));
        }
        return readings;
    }

    /** Something about a market. */
    public static Fact anyFact(SplittableRandom random, Identity creator, String... texts) {
        Optional<String> text = maybe(random, texts[random.nextInt(texts.length)]);
        Optional<String> id = maybe(random, "7200000000000000" + random.nextInt(3));
        Optional<Money> amount = maybe(random, dollars(random.nextInt(100) + ".1234"));
        OptionalLong count = random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(9));
        Optional<Period> period = maybe(random, new Period(NOON, NOON.plusSeconds(random.nextInt(1, 3))));
        return switch (random.nextInt(7)) {
            case 0 ->
                new Shop(
                        Platform.TIKTOK,
                        "shop" + random.nextInt(3),
                        text,
                        text,
                        text,
                        amount,
                        amount.map(Money::negated),
                        count,
                        amount,
                        count,
                        count,
                        count);
            case 1 -> new Product(Platform.TIKTOK, "product" + random.nextInt(3), text, text, id, amount);
            case 2 ->
                new Sale(
                        Platform.TIKTOK,
                        "order" + random.nextInt(3),
                        id,
                        NOON.plusSeconds(random.nextInt(9)),
                        count,
                        dollars("100"),
                        amount,
                        amount,
                        maybe(random, creator),
                        id,
                        maybe(random, ContentType.LIVE),
                        text,
                        id);
            case 3 ->
                new AdResult(
                        "tv",
                        id,
                        id,
                        text,
                        new Audience(text, text, text, text),
                        period,
                        maybe(random, new Brand("Brand " + random.nextInt(2))),
                        maybe(random, creator),
                        amount,
                        count,
                        count,
                        count,
                        count,
                        count,
                        amount);
            case 4 ->
                new Touch(
                        Platform.TIKTOK,
                        "buyer" + random.nextInt(3),
                        NOON.plusSeconds(random.nextInt(9)),
                        Touch.Kind.values()[random.nextInt(2)],
                        maybe(random, creator),
                        Optional.of("72"),
                        id,
                        id);
            case 5 ->
                new PromoCode(
                        Platform.TIKTOK, "CODE" + random.nextInt(3), maybe(random, creator), Optional.of("tv"), id);
            default ->
                new Sponsorship(
                        creator,
                        new Brand("Brand " + random.nextInt(2)),
                        id,
                        Sponsorship.Evidence.values()[random.nextInt(4)],
                        period,
                        count,
                        random.nextBoolean() ? List.of("ad", "#partner") : List.of(),
                        amount);
        };
    }

    /** So many US dollars. */
    public static Money dollars(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance("USD"));
    }

    private static <T> Optional<T> maybe(SplittableRandom random, T value) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(value);
    }
}
