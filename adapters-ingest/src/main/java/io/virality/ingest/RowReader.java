package io.virality.ingest;

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
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.Source;
import io.virality.spi.SourceRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes a source's rows for what they mean, in the domain's words. A row with a value that cannot be is rejected as a
 * whole: half a row would be a guess.
 */
final class RowReader {

    private static final int LONGEST_NUMBER = 40;
    static final int LONGEST_NAME = 200;
    static final int LONGEST_CODE = 16;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_LINK = 2_000;

    private static final String[] PROFILE = {
        Fields.NICKNAME,
        Fields.BIOGRAPHY,
        Fields.BIO_LINK,
        Fields.REGION,
        Fields.LANGUAGE,
        Fields.CATEGORY,
        Fields.VERIFIED
    };

    /** A few hundred bytes each. */
    private static final int MOST_REMEMBERED = 150_000;

    private static final int MOST_SHARED = 10_000;

    /** Times beyond cannot be told in the milliseconds or the four-digit years that others use. */
    private static final Instant EARLIEST = Instant.EPOCH;

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");
    private static final long LONGEST_DURATION_SECONDS = Integer.MAX_VALUE;

    private final Provenance assumed;

    private final Map<String, Remembered> remembered = new HashMap<>();

    private Remembered latest;

    /** Where no nickname or biography tells them apart, many are told the same: one copy stays in the processor's cache. */
    private final Map<List<String>, Told> shared = new HashMap<>();

    // rows of one time follow each other, and reading a time is slow
    private String latestTime;
    private Provenance latestProvenance;

    /**
     * Reads the rows of one source.
     *
     * @param name the source's name
     * @param openedAt when its counts held, if neither the row nor the source says
     */
    RowReader(String name, Source source, Instant openedAt) {
        this(new Provenance(
                name,
                source.version(),
                source.simulated() ? Origin.SIMULATED : Origin.REAL,
                Freshness.valueOf(source.freshness().name()),
                source.observedAt().orElse(openedAt),
                true));
    }

    /** Reads rows that are assumed to have this provenance as far as they do not say it. */
    RowReader(Provenance assumed) {
        this.assumed = assumed;
    }

    /** What a row says, or why it is rejected. */
    Reading read(SourceRow row) {
        try {
            Optional<String> defect = row.defect();
            if (defect.isPresent()) {
                throw new IllegalArgumentException(defect.get());
            }
            String kind = String.valueOf(row.kind());
            return switch (kind) {
                case Kinds.CREATOR -> profile(row);
                case Kinds.VIDEO -> video(row);
                case Kinds.GROWTH -> growth(row);
                case Kinds.SHOP,
                        Kinds.PRODUCT,
                        Kinds.SALE,
                        Kinds.AD_RESULT,
                        Kinds.SPONSORSHIP,
                        Kinds.TOUCH,
                        Kinds.PROMO_CODE -> new FactObservation(FactReader.read(kind, row), provenance(row));
                case Kinds.FEEDBACK -> feedback(row);
                case Kinds.EXPERIMENT, Kinds.EXPOSURE, Kinds.OUTCOME, Kinds.SUMMARY ->
                    new ExperimentObservation(
                            String.valueOf(row.position()), ExperimentReader.read(kind, row, provenance(row)));
                default -> throw refusal("a row of unknown kind", kind);
            };
        } catch (IllegalArgumentException e) {
            return rejection(row, String.valueOf(e.getMessage()));
        }
    }

    /** A creator as rows name it, and what was last said of it: most rows repeat both. */
    private static final class Remembered {
        private final String platform;
        private final String id;
        private final String handle;
        private final Identity identity;
        private Told told;
        private Remembered next;

        Remembered(SourceRow row) {
            this.platform = value(row, Fields.PLATFORM);
            this.id = value(row, Fields.PLATFORM_ID);
            this.handle = value(row, Fields.HANDLE);
            this.identity = identity(row);
        }

        boolean isNamedBy(SourceRow row) {
            return Objects.equals(id, value(row, Fields.PLATFORM_ID))
                    && Objects.equals(handle, value(row, Fields.HANDLE))
                    && Objects.equals(platform, value(row, Fields.PLATFORM));
        }
    }

    /** What rows say of creators, and the profile that it makes. */
    private record Told(String[] texts, Profile profile) {}

    /** The very profile told before, if the row tells the same: whoever compares the two then has an easy task. */
    private Profile profile(Remembered creator, SourceRow row) {
        String[] texts = new String[PROFILE.length];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.field(PROFILE[i]);
        }
        if (creator.told == null || !Arrays.equals(texts, creator.told.texts())) {
            creator.told = told(texts, row);
        }
        return creator.told.profile();
    }

    private Told told(String[] texts, SourceRow row) {
        Told known = shared.get(Arrays.asList(texts));
        if (known == null) {
            known = new Told(
                    texts,
                    new Profile(
                            text(row, Fields.NICKNAME, LONGEST_NAME),
                            text(row, Fields.BIOGRAPHY, LONGEST_TEXT),
                            text(row, Fields.BIO_LINK, LONGEST_LINK),
                            term(row, Fields.REGION, LONGEST_CODE).map(region -> region.toUpperCase(Locale.ROOT)),
                            term(row, Fields.LANGUAGE, LONGEST_CODE),
                            term(row, Fields.CATEGORY, LONGEST_NAME),
                            truth(row, Fields.VERIFIED)));
            if (shared.size() >= MOST_SHARED) {
                shared.clear();
            }
            shared.put(Arrays.asList(texts), known);
        }
        return known;
    }

    /** Files repeat their creators in one order: who came next the last time is not searched for. */
    private Remembered remembered(SourceRow row) {
        Remembered creator = latest == null ? null : latest.next;
        if (creator == null || !creator.isNamedBy(row)) {
            creator = found(row);
            if (latest != null) {
                latest.next = creator;
            }
        }
        latest = creator;
        return creator;
    }

    private Remembered found(SourceRow row) {
        String id = value(row, Fields.PLATFORM_ID);
        String name = id == null ? value(row, Fields.HANDLE) : id;
        Remembered creator = remembered.get(name);
        if (creator == null || !creator.isNamedBy(row)) {
            creator = new Remembered(row);
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
                latest = null;
            }
            remembered.put(name, creator);
        }
        return creator;
    }

    private CreatorObservation profile(SourceRow row) {
        Remembered creator = remembered(row);
        return new CreatorObservation(
                creator.identity,
                profile(creator, row),
                new Snapshot(
                        creatorCounts(row, Fields.LIKES),
                        new ProviderRates(
                                rate(row, Fields.ENGAGEMENT_RATE),
                                rate(row, Fields.LIKE_ENGAGEMENT_RATE),
                                rate(row, Fields.COMMENT_ENGAGEMENT_RATE)),
                        provenance(row)));
    }

    private VideoObservation video(SourceRow row) {
        String id = value(row, Fields.VIDEO_ID);
        if (id == null) {
            throw new IllegalArgumentException("a video needs a video id");
        }
        return new VideoObservation(
                platform(row),
                creator(row),
                id,
                new VideoDetails(
                        time(row, Fields.POSTED_AT),
                        text(row, Fields.CAPTION, LONGEST_TEXT),
                        hashtags(row, Fields.HASHTAGS),
                        text(row, Fields.SOUND, LONGEST_NAME),
                        duration(row),
                        hashtags(row, Fields.DISCLOSURES)),
                new VideoCounts(
                        count(row, Fields.VIEWS),
                        count(row, Fields.LIKES),
                        count(row, Fields.COMMENTS),
                        count(row, Fields.SHARES),
                        count(row, Fields.SAVES)),
                creatorCounts(row, Fields.CREATOR_LIKES),
                provenance(row));
    }

    private GrowthObservation growth(SourceRow row) {
        Optional<Period> period = period(row);
        if (period.isEmpty()) {
            throw new IllegalArgumentException("growth needs a period: from and until");
        }
        return new GrowthObservation(
                identity(row),
                new Growth(period.get(), count(row, Fields.FOLLOWERS_GAINED), count(row, Fields.VIEWS_GAINED)),
                provenance(row));
    }

    private static FeedbackObservation feedback(SourceRow row) {
        String stage = required(row, Fields.STAGE);
        return new FeedbackObservation(
                identity(row),
                new Brand(required(row, Fields.BRAND)),
                Arrays.stream(Stage.values())
                        .filter(known -> known.name().equalsIgnoreCase(stage))
                        .findFirst()
                        .orElseThrow(() -> refusal(Fields.STAGE + " is unknown", stage)),
                time(row, Fields.GIVEN_AT)
                        .orElseThrow(() -> new IllegalArgumentException(Fields.GIVEN_AT + " is missing")));
    }

    private static String required(SourceRow row, String field) {
        String value = value(row, field);
        if (value == null) {
            throw new IllegalArgumentException(field + " is missing");
        }
        return value;
    }

    private static Counts creatorCounts(SourceRow row, String likes) {
        return new Counts(
                count(row, Fields.FOLLOWERS),
                count(row, Fields.FOLLOWING),
                count(row, likes),
                count(row, Fields.VIDEOS));
    }

    /** The creator that a row names, if it names one. */
    static Optional<Identity> creator(SourceRow row) {
        boolean named = value(row, Fields.PLATFORM_ID) != null || value(row, Fields.HANDLE) != null;
        return named ? Optional.of(identity(row)) : Optional.empty();
    }

    static Optional<Period> period(SourceRow row) {
        Optional<Instant> from = time(row, Fields.FROM);
        Optional<Instant> until = time(row, Fields.UNTIL);
        if (from.isPresent() != until.isPresent()) {
            throw new IllegalArgumentException("a period needs both from and until");
        }
        return from.map(start -> new Period(start, until.orElseThrow()));
    }

    static Identity identity(SourceRow row) {
        Platform platform = platform(row);
        String handle = value(row, Fields.HANDLE);
        return new Identity(
                platform,
                Optional.ofNullable(value(row, Fields.PLATFORM_ID)),
                handle == null ? Optional.empty() : Optional.of(new Handle(platform, handle)));
    }

    static Platform platform(SourceRow row) {
        String platform = value(row, Fields.PLATFORM);
        try {
            return platform == null ? Platform.TIKTOK : Platform.of(platform);
        } catch (IllegalArgumentException e) {
            throw refusal("platform is unknown", platform);
        }
    }

    private Provenance provenance(SourceRow row) {
        Provenance said = timed(row);
        String source = value(row, Fields.SOURCE);
        String version = value(row, Fields.SOURCE_VERSION);
        Optional<Boolean> simulated = truth(row, Fields.SIMULATED);
        String freshness = value(row, Fields.FRESHNESS);
        if (source == null && version == null && simulated.isEmpty() && freshness == null) {
            return said;
        }
        return new Provenance(
                name(Fields.SOURCE, source).orElse(said.source()),
                name(Fields.SOURCE_VERSION, version).orElse(said.version()),
                said.origin() == Origin.SIMULATED || simulated.orElse(false) ? Origin.SIMULATED : Origin.REAL,
                freshness == null ? said.freshness() : freshness(freshness),
                said.observedAt(),
                said.timeAssumed());
    }

    private static Optional<String> name(String field, String value) {
        if (value != null && value.length() > LONGEST_NAME) {
            throw refusal(field + " is longer than " + LONGEST_NAME + " characters", value);
        }
        return Optional.ofNullable(value);
    }

    private static Freshness freshness(String text) {
        for (Freshness freshness : Freshness.values()) {
            if (freshness.name().equalsIgnoreCase(text)) {
                return freshness;
            }
        }
        throw refusal(Fields.FRESHNESS + " is unknown", text);
    }

    private Provenance timed(SourceRow row) {
        String time = value(row, Fields.OBSERVED_AT);
        if (time == null) {
            return assumed;
        }
        if (!time.equals(latestTime)) {
            latestProvenance = new Provenance(
                    assumed.source(),
                    assumed.version(),
                    assumed.origin(),
                    assumed.freshness(),
                    instant(Fields.OBSERVED_AT, time),
                    false);
            latestTime = time;
        }
        return latestProvenance;
    }

    static List<String> hashtags(SourceRow row, String field) {
        List<String> hashtags = new ArrayList<>();
        text(row, field, LONGEST_TEXT).ifPresent(text -> {
            for (StringTokenizer words = new StringTokenizer(text); words.hasMoreTokens(); ) {
                String word = words.nextToken();
                String hashtag = word.startsWith("#") ? word.substring(1) : word;
                if (!hashtag.isEmpty()) {
                    hashtags.add(hashtag);
                }
            }
        });
        return hashtags;
    }

    private static Optional<Duration> duration(SourceRow row) {
        String seconds = value(row, Fields.DURATION_SECONDS);
        if (seconds == null) {
            return Optional.empty();
        }
        double length = number(Fields.DURATION_SECONDS, seconds);
        if (Math.abs(length) > LONGEST_DURATION_SECONDS) {
            throw refusal(Fields.DURATION_SECONDS + " is out of range", seconds);
        }
        return Optional.of(Duration.ofMillis(Math.round(length * 1000)));
    }

    static Optional<Instant> time(SourceRow row, String field) {
        String time = value(row, field);
        return time == null ? Optional.empty() : Optional.of(instant(field, time));
    }

    static Instant instant(String field, String text) {
        Instant instant;
        try {
            instant = Instant.parse(text);
        } catch (DateTimeException e) {
            throw refusal(field + " is not an instant in UTC", text);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw refusal(field + " is out of range", text);
        }
        return instant;
    }

    static OptionalLong count(SourceRow row, String field) {
        String count = value(row, field);
        try {
            return count == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(count));
        } catch (NumberFormatException e) {
            throw refusal(field + " is not a whole number", count);
        }
    }

    static OptionalDouble rate(SourceRow row, String field) {
        String rate = value(row, field);
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(number(field, rate));
    }

    /** By way of a decimal, because a double's own reader takes {@code NaN}, {@code 0x1p3} and {@code 1d}. */
    private static double number(String field, String text) {
        return decimal(field, text).doubleValue();
    }

    static BigDecimal decimal(String field, String text) {
        try {
            // a hostile number of a million digits would take hours
            if (text.length() <= LONGEST_NUMBER) {
                return new BigDecimal(text);
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw refusal(field + " is not a number", text);
    }

    static Optional<Boolean> truth(SourceRow row, String field) {
        String truth = value(row, field);
        if (truth == null) {
            return Optional.empty();
        }
        return switch (truth.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw refusal(field + " is neither true nor false", truth);
        };
    }

    /** A text as it stands. */
    static Optional<String> text(SourceRow row, String field, int longest) {
        String text = said(row, field);
        if (text == null || text.isBlank()) {
            return Optional.empty();
        }
        if (text.length() > longest) {
            throw refusal(field + " is longer than " + longest + " characters", text);
        }
        return Optional.of(text);
    }

    /** A text by which creators are grouped: blanks around it make no other group. */
    private static Optional<String> term(SourceRow row, String field, int longest) {
        return text(row, field, longest).map(String::strip);
    }

    /** A text without blanks around it, {@code null} if nothing is left. */
    static String value(SourceRow row, String field) {
        String text = said(row, field);
        if (text == null) {
            return null;
        }
        String value = text.strip();
        return value.isEmpty() ? null : value;
    }

    /** A field without NUL characters: files and databases end texts there. */
    static String said(SourceRow row, String field) {
        String text = row.field(field);
        return text == null || text.indexOf('\0') < 0 ? text : text.replace("\0", "");
    }

    static IllegalArgumentException refusal(String reason, String value) {
        return new IllegalArgumentException(reason + ": " + value);
    }

    /** The domain and the sources word their refusals alike: the reason, a colon, the value. */
    private Rejection rejection(SourceRow row, String refusal) {
        int colon = refusal.indexOf(": ");
        String reason = colon < 0 ? refusal : refusal.substring(0, colon);
        boolean broken = row.defect().isPresent();
        return new Rejection(
                String.valueOf(row.position()),
                reason,
                colon < 0 ? "" : refusal.substring(colon + 2),
                String.valueOf(row.raw()),
                broken ? Optional.empty() : Optional.of(fields(row)),
                broken ? Optional.empty() : field(reason));
    }

    /** The field that a reason names: {@code followers is negative}, {@code not a tiktok handle}. */
    private static Optional<String> field(String reason) {
        return Stream.of(reason.split(" ")).filter(Fields.all()::contains).findFirst();
    }

    /** What was read, with who said it and when: other rules may understand it without the source. */
    private String fields(SourceRow row) {
        Map<String, String> fields = new TreeMap<>();
        fields.put(Fields.SOURCE, assumed.source());
        fields.put(Fields.SOURCE_VERSION, assumed.version());
        fields.put(Fields.SIMULATED, String.valueOf(assumed.origin() == Origin.SIMULATED));
        fields.put(Fields.FRESHNESS, assumed.freshness().name().toLowerCase(Locale.ROOT));
        fields.put(Fields.OBSERVED_AT, assumed.observedAt().toString());
        for (String name : Fields.all()) {
            String text = row.field(name);
            if (text != null) {
                fields.put(name, text);
            }
        }
        return NdjsonRow.write(String.valueOf(row.kind()), fields);
    }
}
