package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import io.virality.application.port.CreatorTexts;
import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;

final class JooqCreatorTexts implements CreatorTexts {

    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);

    private final DSLContext jooq;

    @Inject
    JooqCreatorTexts(DSLContext jooq) {
        this.jooq = jooq;
    }

    /** What a creator's videos say. */
    private record Said(List<String> hashtags, List<String> captions) {
        Said() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    @Override
    public List<CreatorText> page(long after, int limit) {
        return of(jooq, CREATOR_STATE.CREATOR_ID.gt((int) after), limit);
    }

    /** Those of the first creators that match. */
    static List<CreatorText> of(DSLContext jooq, Condition condition, int limit) {
        Result<? extends Record> creators = jooq.selectFrom(CREATOR_STATE)
                .where(condition)
                .orderBy(CREATOR_STATE.CREATOR_ID)
                .limit(limit)
                .fetch();
        Map<Integer, Said> said = said(jooq, creators.getValues(CREATOR_STATE.CREATOR_ID));
        return creators.map(
                creator -> text(creator, said.getOrDefault(creator.get(CREATOR_STATE.CREATOR_ID), new Said())));
    }

    private static Map<Integer, Said> said(DSLContext jooq, List<Integer> creators) {
        var videos = select(
                        VIDEO.CREATOR_ID,
                        VIDEO.CAPTION,
                        VIDEO.HASHTAGS,
                        rowNumber()
                                .over()
                                .partitionBy(VIDEO.CREATOR_ID)
                                .orderBy(VIDEO.POSTED_AT.desc(), VIDEO.ID)
                                .as(PLACE))
                .from(VIDEO)
                .where(VIDEO.CREATOR_ID.in(creators))
                .asTable("videos");
        Map<Integer, Said> said = new HashMap<>();
        jooq.select(videos.field(VIDEO.CREATOR_ID), videos.field(VIDEO.CAPTION), videos.field(VIDEO.HASHTAGS))
                .from(videos)
                .where(videos.field(PLACE).le(CreatorText.NEWEST_VIDEOS))
                .orderBy(videos.field(VIDEO.CREATOR_ID), videos.field(PLACE))
                .forEach(video -> {
                    Said of = said.computeIfAbsent(video.value1(), creator -> new Said());
                    Optional.ofNullable(video.value2()).ifPresent(of.captions()::add);
                    of.hashtags().addAll(JooqHoldings.words(video.value3()));
                });
        return said;
    }

    private static CreatorText text(Record creator, Said said) {
        Platform platform = Platform.of(creator.get(CREATOR_STATE.PLATFORM));
        return new CreatorText(
                creator.get(CREATOR_STATE.CREATOR_ID),
                Optional.ofNullable(creator.get(CREATOR_STATE.HANDLE)).map(handle -> new Handle(platform, handle)),
                Optional.ofNullable(creator.get(CREATOR_STATE.BIOGRAPHY)),
                Optional.ofNullable(creator.get(CREATOR_STATE.LANGUAGE)),
                Optional.ofNullable(creator.get(CREATOR_STATE.CATEGORY)),
                said.hashtags(),
                said.captions(),
                creator.get(CREATOR_STATE.SIMULATED) ? Origin.SIMULATED : Origin.REAL,
                creator.get(CREATOR_STATE.OBSERVED_AT));
    }
}
