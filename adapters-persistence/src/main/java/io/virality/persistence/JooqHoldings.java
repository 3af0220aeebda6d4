package io.virality.persistence;

import static io.virality.persistence.schema.Tables.AD_RESULT;
import static io.virality.persistence.schema.Tables.BRAND;
import static io.virality.persistence.schema.Tables.BRAND_FEEDBACK;
import static io.virality.persistence.schema.Tables.CREATOR;
import static io.virality.persistence.schema.Tables.CREATOR_GROWTH;
import static io.virality.persistence.schema.Tables.CREATOR_PROFILE;
import static io.virality.persistence.schema.Tables.CREATOR_SNAPSHOT;
import static io.virality.persistence.schema.Tables.EXPERIMENT;
import static io.virality.persistence.schema.Tables.PRODUCT;
import static io.virality.persistence.schema.Tables.PROMO_CODE;
import static io.virality.persistence.schema.Tables.SALE;
import static io.virality.persistence.schema.Tables.SHOP;
import static io.virality.persistence.schema.Tables.SOURCE;
import static io.virality.persistence.schema.Tables.SPONSORSHIP;
import static io.virality.persistence.schema.Tables.TOUCH;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import io.virality.application.port.Experiments;
import io.virality.application.port.Holdings;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.persistence.schema.tables.Creator;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.SelectField;
import org.jooq.SortField;
import org.jooq.TableField;

final class JooqHoldings implements Holdings {

    /** Who observed, in each table of observations. */
    private static final List<TableField<?, Integer>> OBSERVED = List.of(
            CREATOR_PROFILE.SOURCE_ID,
            CREATOR_SNAPSHOT.SOURCE_ID,
            VIDEO_SNAPSHOT.SOURCE_ID,
            CREATOR_GROWTH.SOURCE_ID,
            SHOP.SOURCE_ID,
            PRODUCT.SOURCE_ID,
            SALE.SOURCE_ID,
            AD_RESULT.SOURCE_ID,
            SPONSORSHIP.SOURCE_ID,
            TOUCH.SOURCE_ID,
            PROMO_CODE.SOURCE_ID);

    private final DSLContext jooq;
    private final HeldExperiments experiments;

    @Inject
    JooqHoldings(DSLContext jooq, DirectStatements direct, Experiments experiments) {
        this.jooq = jooq;
        this.experiments = new HeldExperiments(jooq, direct, experiments);
    }

    @Override
    public Origin origin() {
        Condition saysSomething = OBSERVED.stream()
                .map(source -> exists(selectOne().from(source.getTable()).where(source.eq(SOURCE.ID))))
                .map(Condition.class::cast)
                .reduce(Condition::or)
                .orElseThrow();
        Set<Boolean> simulated = new HashSet<>(jooq.selectDistinct(SOURCE.SIMULATED)
                .from(SOURCE)
                .where(saysSomething)
                .fetch(SOURCE.SIMULATED));
        simulated.addAll(
                jooq.selectDistinct(EXPERIMENT.SIMULATED).from(EXPERIMENT).fetch(EXPERIMENT.SIMULATED));
        return Origin.of(simulated.contains(false), simulated.contains(true));
    }

    @Override
    public void forEach(Consumer<Reading> visitor) {
        Condition disputed = CREATOR.PLATFORM_ID.isNotNull().and(isNameOfANamelessOne());
        Set<Integer> withoutHandle =
                jooq.select(CREATOR.ID).from(CREATOR).where(disputed).fetchSet(CREATOR.ID);
        visit(jooq.selectFrom(CREATOR).orderBy(CREATOR.ID), visitor, row -> {
            boolean byIdAlone = withoutHandle.contains(row.get(CREATOR.ID));
            return identity(row, byIdAlone ? Optional.empty() : handle(row));
        });
        visit(profiles(), visitor, JooqHoldings::profile);
        visit(snapshots(), visitor, JooqHoldings::snapshot);
        visit(videos(), visitor, JooqHoldings::video);
        visit(videoSnapshots(), visitor, JooqHoldings::videoSnapshot);
        new HeldFacts(jooq).forEach(visitor);
        visit(feedback(), visitor, JooqHoldings::feedback);
        experiments.forEach(visitor);
        // Only now: before, rows of the creator who is known by this handle alone would have gone to the wrong one.
        visit(jooq.selectFrom(CREATOR).where(disputed).orderBy(CREATOR.ID), visitor, row -> identity(row, handle(row)));
    }

    /** Whether somebody else, whose id nobody knows, is told from all others by this creator's handle. */
    private static Condition isNameOfANamelessOne() {
        Creator nameless = CREATOR.as("nameless");
        return exists(selectOne()
                .from(nameless)
                .where(nameless.PLATFORM.eq(CREATOR.PLATFORM))
                .and(nameless.HANDLE.eq(CREATOR.HANDLE))
                .and(nameless.PLATFORM_ID.isNull()));
    }

    static <R extends Record> void visit(
            ResultQuery<R> query, Consumer<Reading> visitor, Function<? super R, Reading> reading) {
        try (Stream<R> rows = query.fetchSize(1_000).stream()) {
            rows.map(reading).forEach(visitor);
        }
    }

    private ResultQuery<Record> profiles() {
        return jooq.select(who(CREATOR_PROFILE.fields()))
                .from(CREATOR_PROFILE)
                .join(CREATOR)
                .on(CREATOR.ID.eq(CREATOR_PROFILE.CREATOR_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_PROFILE.SOURCE_ID))
                .orderBy(inOrder(CREATOR_PROFILE.CREATOR_ID));
    }

    private ResultQuery<Record> snapshots() {
        return jooq.select(who(CREATOR_SNAPSHOT.fields()))
                .from(CREATOR_SNAPSHOT)
                .join(CREATOR)
                .on(CREATOR.ID.eq(CREATOR_SNAPSHOT.CREATOR_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(CREATOR_SNAPSHOT.SOURCE_ID))
                // Older versions kept such rows: they say nothing.
                .where(anyOf(
                        CREATOR_SNAPSHOT.FOLLOWERS,
                        CREATOR_SNAPSHOT.FOLLOWING,
                        CREATOR_SNAPSHOT.LIKES,
                        CREATOR_SNAPSHOT.VIDEOS,
                        CREATOR_SNAPSHOT.ENGAGEMENT_RATE,
                        CREATOR_SNAPSHOT.LIKE_ENGAGEMENT_RATE,
                        CREATOR_SNAPSHOT.COMMENT_ENGAGEMENT_RATE))
                .orderBy(inOrder(CREATOR_SNAPSHOT.CREATOR_ID, CREATOR_SNAPSHOT.OBSERVED_AT));
    }

    private ResultQuery<Record> videos() {
        return jooq.select(VIDEO.fields())
                .select(CREATOR.PLATFORM, CREATOR.PLATFORM_ID, CREATOR.HANDLE)
                .from(VIDEO)
                .leftJoin(CREATOR)
                .on(CREATOR.ID.eq(VIDEO.CREATOR_ID))
                .orderBy(VIDEO.ID);
    }

    private ResultQuery<Record> videoSnapshots() {
        List<SelectField<?>> fields = who(VIDEO_SNAPSHOT.fields());
        fields.addAll(List.of(VIDEO.PLATFORM, VIDEO.PLATFORM_ID, VIDEO.CREATOR_ID));
        return jooq.select(fields)
                .from(VIDEO_SNAPSHOT)
                .join(VIDEO)
                .on(VIDEO.ID.eq(VIDEO_SNAPSHOT.VIDEO_ID))
                .leftJoin(CREATOR)
                .on(CREATOR.ID.eq(VIDEO.CREATOR_ID))
                .join(SOURCE)
                .on(SOURCE.ID.eq(VIDEO_SNAPSHOT.SOURCE_ID))
                .orderBy(inOrder(VIDEO_SNAPSHOT.VIDEO_ID, VIDEO_SNAPSHOT.OBSERVED_AT));
    }

    private ResultQuery<Record> feedback() {
        return jooq.select(BRAND_FEEDBACK.fields())
                .select(BRAND.NAME, CREATOR.PLATFORM, CREATOR.PLATFORM_ID, CREATOR.HANDLE)
                .from(BRAND_FEEDBACK)
                .join(BRAND)
                .on(BRAND.ID.eq(BRAND_FEEDBACK.BRAND_ID))
                .join(CREATOR)
                .on(CREATOR.ID.eq(BRAND_FEEDBACK.CREATOR_ID))
                .orderBy(BRAND.NAME, CREATOR.ID);
    }

    private static List<SelectField<?>> who(Field<?>... said) {
        List<SelectField<?>> fields = new ArrayList<>(List.of(said));
        fields.addAll(List.of(
                CREATOR.PLATFORM,
                CREATOR.PLATFORM_ID,
                CREATOR.HANDLE,
                SOURCE.NAME,
                SOURCE.VERSION,
                SOURCE.SIMULATED,
                SOURCE.FRESHNESS));
        return fields;
    }

    /** Sources by their names: their numbers are not the same in another store. */
    static List<SortField<?>> inOrder(Field<?>... first) {
        return Stream.concat(
                        Arrays.stream(first),
                        Stream.of(SOURCE.NAME, SOURCE.VERSION, SOURCE.SIMULATED, SOURCE.FRESHNESS))
                .<SortField<?>>map(Field::asc)
                .toList();
    }

    private static Condition anyOf(Field<?>... fields) {
        return Arrays.stream(fields).map(Field::isNotNull).reduce(Condition::or).orElseThrow();
    }

    private static Reading identity(Record row, Optional<Handle> handle) {
        return new CreatorObservation(
                new Identity(platform(row), Optional.ofNullable(row.get(CREATOR.PLATFORM_ID)), handle),
                Profile.UNKNOWN,
                new Snapshot(Counts.UNKNOWN, ProviderRates.NONE, nobody(row.get(CREATOR.HANDLE_AT))));
    }

    private static Reading profile(Record row) {
        return new CreatorObservation(
                identity(row),
                new Profile(
                        Optional.ofNullable(row.get(CREATOR_PROFILE.NICKNAME)),
                        Optional.ofNullable(row.get(CREATOR_PROFILE.BIOGRAPHY)),
                        Optional.ofNullable(row.get(CREATOR_PROFILE.BIO_LINK)),
                        Optional.ofNullable(row.get(CREATOR_PROFILE.REGION)),
                        Optional.ofNullable(row.get(CREATOR_PROFILE.LANGUAGE)),
                        Optional.ofNullable(row.get(CREATOR_PROFILE.CATEGORY)),
                        Optional.ofNullable(row.get(CREATOR_PROFILE.VERIFIED))),
                new Snapshot(
                        Counts.UNKNOWN, ProviderRates.NONE, provenance(row, row.get(CREATOR_PROFILE.OBSERVED_AT))));
    }

    private static Reading snapshot(Record row) {
        return new CreatorObservation(identity(row), Profile.UNKNOWN, JooqSnapshots.snapshot(row));
    }

    private static Reading feedback(Record row) {
        return new FeedbackObservation(
                identity(row),
                new Brand(row.get(BRAND.NAME)),
                Stage.valueOf(row.get(BRAND_FEEDBACK.STAGE)),
                row.get(BRAND_FEEDBACK.GIVEN_AT));
    }

    private static Reading video(Record row) {
        return video(
                row,
                new VideoDetails(
                        Optional.ofNullable(row.get(VIDEO.POSTED_AT)),
                        Optional.ofNullable(row.get(VIDEO.CAPTION)),
                        words(row.get(VIDEO.HASHTAGS)),
                        Optional.ofNullable(row.get(VIDEO.SOUND)),
                        Optional.ofNullable(row.get(VIDEO.DURATION_SECONDS)).map(Duration::ofSeconds),
                        words(row.get(VIDEO.DISCLOSURES))),
                VideoCounts.UNKNOWN,
                Counts.UNKNOWN,
                nobody(Instant.EPOCH));
    }

    private static Reading videoSnapshot(Record row) {
        return video(
                row,
                VideoDetails.UNKNOWN,
                counts(
                        row.get(VIDEO_SNAPSHOT.VIEWS),
                        row.get(VIDEO_SNAPSHOT.LIKES),
                        row.get(VIDEO_SNAPSHOT.COMMENTS),
                        row.get(VIDEO_SNAPSHOT.SHARES),
                        row.get(VIDEO_SNAPSHOT.SAVES)),
                new Counts(
                        JooqCreators.count(row.get(VIDEO_SNAPSHOT.FOLLOWERS)),
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalLong.empty()),
                provenance(row, row.get(VIDEO_SNAPSHOT.OBSERVED_AT)));
    }

    private static Reading video(
            Record row, VideoDetails details, VideoCounts counts, Counts itsCreator, Provenance provenance) {
        return new VideoObservation(
                Platform.of(row.get(VIDEO.PLATFORM)),
                row.get(VIDEO.CREATOR_ID) == null ? Optional.empty() : Optional.of(identity(row)),
                row.get(VIDEO.PLATFORM_ID),
                details,
                counts,
                itsCreator,
                provenance);
    }

    static List<String> words(String separatedByBlanks) {
        return separatedByBlanks == null ? List.of() : List.of(separatedByBlanks.split(" "));
    }

    private static VideoCounts counts(Long views, Long likes, Long comments, Long shares, Long saves) {
        return new VideoCounts(
                JooqCreators.count(views),
                JooqCreators.count(likes),
                JooqCreators.count(comments),
                JooqCreators.count(shares),
                JooqCreators.count(saves));
    }

    /** By the id alone where there is one: an old observation must not bring back an old handle. */
    static Identity identity(Record row) {
        Optional<String> id = Optional.ofNullable(row.get(CREATOR.PLATFORM_ID));
        return new Identity(platform(row), id, id.isPresent() ? Optional.empty() : handle(row));
    }

    private static Platform platform(Record row) {
        return Platform.of(row.get(CREATOR.PLATFORM));
    }

    private static Optional<Handle> handle(Record row) {
        return Optional.ofNullable(row.get(CREATOR.HANDLE)).map(name -> new Handle(platform(row), name));
    }

    static Provenance provenance(Record row, Instant observedAt) {
        return new Provenance(
                row.get(SOURCE.NAME),
                row.get(SOURCE.VERSION),
                row.get(SOURCE.SIMULATED) ? Origin.SIMULATED : Origin.REAL,
                Freshness.values()[row.get(SOURCE.FRESHNESS)],
                observedAt,
                false);
    }

    private static Provenance nobody(Instant at) {
        return new Provenance("", "", Origin.REAL, Freshness.ARCHIVE, at, false);
    }
}
