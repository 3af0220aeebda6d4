package io.virality.persistence;

import static io.virality.persistence.schema.Tables.CREATOR_STATE;
import static io.virality.persistence.schema.Tables.VIDEO;
import static io.virality.persistence.schema.Tables.VIDEO_STATE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;

import io.virality.application.port.Portraits;
import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.insight.Statement;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.recommendation.Post;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.impl.SQLDataType;

final class JooqPortraits implements Portraits {

    private static final Field<Integer> PLACE = field(name("place"), SQLDataType.INTEGER);

    private final DSLContext jooq;

    @Inject
    JooqPortraits(DSLContext jooq) {
        this.jooq = jooq;
    }

    @Override
    public List<Portrait> page(long after, int limit) {
        return portraits(jooq.selectFrom(CREATOR_STATE)
                .where(CREATOR_STATE.CREATOR_ID.gt((int) after))
                .orderBy(CREATOR_STATE.CREATOR_ID)
                .limit(limit)
                .fetch());
    }

    @Override
    public List<Portrait> of(Collection<Long> creators) {
        List<Integer> numbers = creators.stream().map(Long::intValue).toList();
        return portraits(jooq.selectFrom(CREATOR_STATE)
                .where(CREATOR_STATE.CREATOR_ID.in(numbers))
                .orderBy(CREATOR_STATE.CREATOR_ID)
                .fetch());
    }

    @Override
    public Statement statement(long creator) {
        return new Statement(
                "sqlite",
                jooq.renderInlined(select(
                                CREATOR_STATE.HANDLE,
                                CREATOR_STATE.REGION,
                                CREATOR_STATE.LANGUAGE,
                                CREATOR_STATE.CATEGORY,
                                CREATOR_STATE.FOLLOWERS,
                                CREATOR_STATE.BIOGRAPHY,
                                VIDEO.PLATFORM_ID.as("video"),
                                VIDEO.POSTED_AT,
                                VIDEO_STATE.VIEWS,
                                VIDEO_STATE.INTERACTIONS,
                                VIDEO.HASHTAGS,
                                VIDEO.CAPTION)
                        .from(CREATOR_STATE)
                        .leftJoin(VIDEO)
                        .on(VIDEO.CREATOR_ID.eq(CREATOR_STATE.CREATOR_ID))
                        .leftJoin(VIDEO_STATE)
                        .on(VIDEO_STATE.CREATOR_ID.eq(VIDEO.CREATOR_ID), VIDEO_STATE.VIDEO_ID.eq(VIDEO.ID))
                        .where(CREATOR_STATE.CREATOR_ID.eq((int) creator))
                        .orderBy(VIDEO.POSTED_AT.desc(), VIDEO.ID)
                        .limit(CreatorText.NEWEST_VIDEOS)));
    }

    private List<Portrait> portraits(Result<? extends Record> creators) {
        Map<Integer, List<Post>> posts = posts(creators.getValues(CREATOR_STATE.CREATOR_ID));
        return creators.map(
                creator -> portrait(creator, posts.getOrDefault(creator.get(CREATOR_STATE.CREATOR_ID), List.of())));
    }

    private Map<Integer, List<Post>> posts(List<Integer> creators) {
        var videos = select(
                        VIDEO.CREATOR_ID,
                        VIDEO.CAPTION,
                        VIDEO.HASHTAGS,
                        VIDEO_STATE.VIEWS,
                        VIDEO_STATE.INTERACTIONS,
                        rowNumber()
                                .over()
                                .partitionBy(VIDEO.CREATOR_ID)
                                .orderBy(VIDEO.POSTED_AT.desc(), VIDEO.ID)
                                .as(PLACE))
                .from(VIDEO)
                .leftJoin(VIDEO_STATE)
                .on(VIDEO_STATE.CREATOR_ID.eq(VIDEO.CREATOR_ID), VIDEO_STATE.VIDEO_ID.eq(VIDEO.ID))
                .where(VIDEO.CREATOR_ID.in(creators))
                .asTable("videos");
        Map<Integer, List<Post>> posts = new HashMap<>();
        jooq.select(
                        videos.field(VIDEO.CREATOR_ID),
                        videos.field(VIDEO.CAPTION),
                        videos.field(VIDEO.HASHTAGS),
                        videos.field(VIDEO_STATE.VIEWS),
                        videos.field(VIDEO_STATE.INTERACTIONS))
                .from(videos)
                .where(videos.field(PLACE).le(CreatorText.NEWEST_VIDEOS))
                .orderBy(videos.field(VIDEO.CREATOR_ID), videos.field(PLACE))
                .forEach(video -> posts.computeIfAbsent(video.value1(), creator -> new ArrayList<>())
                        .add(new Post(
                                JooqHoldings.words(video.value3()),
                                Optional.ofNullable(video.value2()),
                                count(video.value4()),
                                count(video.value5()))));
        return posts;
    }

    private static Portrait portrait(Record creator, List<Post> posts) {
        Platform platform = Platform.of(creator.get(CREATOR_STATE.PLATFORM));
        return new Portrait(
                creator.get(CREATOR_STATE.CREATOR_ID),
                Optional.ofNullable(creator.get(CREATOR_STATE.HANDLE)).map(handle -> new Handle(platform, handle)),
                new Profile(
                        Optional.ofNullable(creator.get(CREATOR_STATE.NICKNAME)),
                        Optional.ofNullable(creator.get(CREATOR_STATE.BIOGRAPHY)),
                        Optional.ofNullable(creator.get(CREATOR_STATE.BIO_LINK)),
                        Optional.ofNullable(creator.get(CREATOR_STATE.REGION)),
                        Optional.ofNullable(creator.get(CREATOR_STATE.LANGUAGE)),
                        Optional.ofNullable(creator.get(CREATOR_STATE.CATEGORY)),
                        Optional.ofNullable(creator.get(CREATOR_STATE.VERIFIED))),
                count(creator.get(CREATOR_STATE.FOLLOWERS)),
                posts,
                creator.get(CREATOR_STATE.SIMULATED) ? Origin.SIMULATED : Origin.REAL,
                creator.get(CREATOR_STATE.OBSERVED_AT));
    }

    private static OptionalLong count(Long count) {
        return count == null ? OptionalLong.empty() : OptionalLong.of(count);
    }
}
