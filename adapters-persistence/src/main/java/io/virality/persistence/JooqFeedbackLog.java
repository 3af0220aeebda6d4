package io.virality.persistence;

import static io.virality.persistence.schema.Tables.BRAND;
import static io.virality.persistence.schema.Tables.BRAND_FEEDBACK;
import static io.virality.persistence.schema.Tables.CREATOR;

import io.virality.application.port.FeedbackLog;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Platform;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

final class JooqFeedbackLog implements FeedbackLog {

    private final DSLContext jooq;
    private final DirectStatements direct;
    private final CreatorIds creators;

    @Inject
    JooqFeedbackLog(DSLContext jooq, DirectStatements direct, CreatorIds creators) {
        this.jooq = jooq;
        this.direct = direct;
        this.creators = creators;
    }

    @Override
    public boolean record(Feedback feedback) {
        Optional<Integer> creator = jooq.select(CREATOR.ID)
                .from(CREATOR)
                .where(CREATOR.PLATFORM.eq(feedback.creator().platform().id()))
                .and(CREATOR.HANDLE.eq(feedback.creator().name()))
                .orderBy(CREATOR.HANDLE_AT.desc())
                .limit(1)
                .fetchOptional(CREATOR.ID);
        creator.ifPresent(number -> keep(number(feedback.brand()), number, feedback.stage(), feedback.givenAt()));
        return creator.isPresent();
    }

    @Override
    public Tally restore(List<FeedbackObservation> observations) {
        return direct.run(statements -> {
            Tally tally = Tally.NONE;
            for (FeedbackObservation observation : observations) {
                tally = tally.plus(
                        restore(observation, creators.of(statements, observation.creator(), observation.givenAt())));
            }
            return tally;
        });
    }

    private Tally restore(FeedbackObservation observation, int creator) {
        int brand = number(observation.brand());
        Optional<Instant> before = jooq.select(BRAND_FEEDBACK.GIVEN_AT)
                .from(BRAND_FEEDBACK)
                .where(BRAND_FEEDBACK.BRAND_ID.eq(brand))
                .and(BRAND_FEEDBACK.CREATOR_ID.eq(creator))
                .fetchOptional(BRAND_FEEDBACK.GIVEN_AT);
        if (before.filter(at -> !at.isBefore(observation.givenAt())).isPresent()) {
            return new Tally(0, 0, 1);
        }
        keep(brand, creator, observation.stage(), observation.givenAt());
        return before.isPresent() ? new Tally(0, 1, 0) : new Tally(1, 0, 0);
    }

    private void keep(int brand, int creator, Stage stage, Instant givenAt) {
        jooq.insertInto(BRAND_FEEDBACK)
                .set(BRAND_FEEDBACK.BRAND_ID, brand)
                .set(BRAND_FEEDBACK.CREATOR_ID, creator)
                .set(BRAND_FEEDBACK.STAGE, stage.name())
                .set(BRAND_FEEDBACK.GIVEN_AT, givenAt)
                .onConflict(BRAND_FEEDBACK.BRAND_ID, BRAND_FEEDBACK.CREATOR_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    private int number(Brand brand) {
        jooq.insertInto(BRAND)
                .set(BRAND.NAME, brand.name())
                .onConflictDoNothing()
                .execute();
        return jooq.select(BRAND.ID).from(BRAND).where(isCalled(brand)).fetchSingle(BRAND.ID);
    }

    private static Condition isCalled(Brand brand) {
        return BRAND.NAME.collate("nocase").eq(brand.name());
    }

    @Override
    public Map<Long, Feedback> of(Brand brand) {
        Map<Long, Feedback> said = new LinkedHashMap<>();
        jooq.select(
                        BRAND.NAME,
                        CREATOR.ID,
                        CREATOR.PLATFORM,
                        CREATOR.HANDLE,
                        BRAND_FEEDBACK.STAGE,
                        BRAND_FEEDBACK.GIVEN_AT)
                .from(BRAND_FEEDBACK)
                .join(BRAND)
                .on(BRAND.ID.eq(BRAND_FEEDBACK.BRAND_ID))
                .join(CREATOR)
                .on(CREATOR.ID.eq(BRAND_FEEDBACK.CREATOR_ID))
                .where(isCalled(brand))
                .orderBy(BRAND_FEEDBACK.GIVEN_AT.desc(), CREATOR.ID)
                .forEach(row -> said.put(
                        (long) row.get(CREATOR.ID),
                        new Feedback(
                                new Brand(row.get(BRAND.NAME)),
                                new Handle(Platform.of(row.get(CREATOR.PLATFORM)), row.get(CREATOR.HANDLE)),
                                Stage.valueOf(row.get(BRAND_FEEDBACK.STAGE)),
                                row.get(BRAND_FEEDBACK.GIVEN_AT))));
        return said;
    }
}
