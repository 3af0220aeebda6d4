package io.virality.persistence;

import static io.virality.persistence.schema.Tables.VIDEO_SNAPSHOT;

import io.virality.application.port.Videos;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

final class JooqVideos implements Videos {

    /** Where they stand among the counts of a video. */
    private static final int FOLLOWERS = 5;

    private final DirectStatements direct;
    private final CreatorIds creators;
    private final SourceIds sources;
    private final StaleCreators stale;
    private final SourceTallies tallies;
    private final CreatorRecorder recorder;

    @Inject
    JooqVideos(
            DirectStatements direct,
            CreatorIds creators,
            SourceIds sources,
            StaleCreators stale,
            SourceTallies tallies,
            CreatorRecorder recorder) {
        this.direct = direct;
        this.creators = creators;
        this.sources = sources;
        this.stale = stale;
        this.tallies = tallies;
        this.recorder = recorder;
    }

    @Override
    public Tally record(List<VideoObservation> observations) {
        return direct.run(statements -> {
            Tally tally = Tally.NONE;
            for (VideoObservation observation : observations) {
                tally = tally.plus(record(statements, observation).tally());
            }
            stale.write(statements);
            tallies.write(statements);
            return tally;
        });
    }

    private Outcome record(Statements statements, VideoObservation observation) throws SQLException {
        Instant observedAt = observation.provenance().observedAt();
        Integer creator = observation.creator().isEmpty()
                ? null
                : (Integer) creators.of(statements, observation.creator().get(), observedAt);
        Integer known = statements.first(
                "select id from video where platform = ? and platform_id = ?",
                row -> row.getInt(1),
                observation.platform().id(),
                observation.videoId());
        Outcome details =
                known == null ? Outcome.STORED : updateDetails(statements, known, creator, observation.details());
        int video = known == null ? insert(statements, creator, observation) : known;
        Outcome counts = recordCounts(statements, video, observation);
        Outcome outcome = known == null ? Outcome.STORED : counts.and(details);
        if (creator != null && !isRepeated(observation, counts)) {
            outcome = outcome.and(recordItsCreator(statements, creator, observation, counts == Outcome.UPDATED));
        }
        if (outcome != Outcome.UNCHANGED) {
            markItsCreator(statements, video);
        }
        return outcome;
    }

    /** Rows without a time of their own, read once more: what they say of the creator is not of now. */
    private static boolean isRepeated(VideoObservation observation, Outcome counts) {
        return counts == Outcome.UNCHANGED
                && observation.provenance().timeAssumed()
                && !observation.counts().equals(VideoCounts.UNKNOWN);
    }

    private Outcome recordItsCreator(
            Statements statements, int creator, VideoObservation observation, boolean corrected) throws SQLException {
        Snapshot snapshot = new Snapshot(observation.creatorCounts(), ProviderRates.NONE, observation.provenance());
        return recorder.recordCounts(statements, creator, snapshot, corrected);
    }

    /** Also where the source does not tell whose video it is, and another one did. */
    private void markItsCreator(Statements statements, int video) throws SQLException {
        Integer creator = statements.first(
                "select creator_id from video where id = ? and creator_id is not null", row -> row.getInt(1), video);
        if (creator != null) {
            stale.mark(creator);
        }
    }

    private static int insert(Statements statements, Integer creator, VideoObservation observation)
            throws SQLException {
        Object[] details = values(observation.details());
        return statements.first(
                "insert into video (platform, platform_id, creator_id, posted_at, caption, hashtags, sound,"
                        + " duration_seconds, disclosures) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning id",
                row -> row.getInt(1),
                observation.platform().id(),
                observation.videoId(),
                creator,
                details[0],
                details[1],
                details[2],
                details[3],
                details[4],
                details[5]);
    }

    private static Outcome updateDetails(Statements statements, int video, Integer creator, VideoDetails details)
            throws SQLException {
        Object[] given = values(details);
        int changed = statements.update(
                "update video set posted_at = coalesce(?1, posted_at), caption = coalesce(?2, caption),"
                        + " hashtags = coalesce(?3, hashtags), sound = coalesce(?4, sound),"
                        + " duration_seconds = coalesce(?5, duration_seconds),"
                        + " disclosures = coalesce(?6, disclosures), creator_id = coalesce(creator_id, ?7)"
                        + " where id = ?8 and ((?1 is not null and posted_at is not ?1)"
                        + " or (?2 is not null and caption is not ?2) or (?3 is not null and hashtags is not ?3)"
                        + " or (?4 is not null and sound is not ?4)"
                        + " or (?5 is not null and duration_seconds is not ?5)"
                        + " or (?6 is not null and disclosures is not ?6)"
                        + " or (?7 is not null and creator_id is null))",
                given[0],
                given[1],
                given[2],
                given[3],
                given[4],
                given[5],
                creator,
                video);
        return changed == 0 ? Outcome.UNCHANGED : Outcome.UPDATED;
    }

    private static Object[] values(VideoDetails details) {
        return new Object[] {
            details.postedAt().map(Instant::toEpochMilli).orElse(null),
            details.caption().orElse(null),
            details.hashtags().isEmpty() ? null : String.join(" ", details.hashtags()),
            details.sound().orElse(null),
            details.duration().map(Duration::toSeconds).orElse(null),
            details.disclosures().isEmpty() ? null : String.join(" ", details.disclosures())
        };
    }

    private Outcome recordCounts(Statements statements, int video, VideoObservation observation) throws SQLException {
        if (observation.counts().equals(VideoCounts.UNKNOWN)) {
            return Outcome.UNCHANGED;
        }
        Object[] given = values(observation);
        long observedAt = observation.provenance().observedAt().toEpochMilli();
        int source = sources.of(observation.provenance());
        Object[] newest = observation.provenance().timeAssumed()
                ? statements.first(
                        "select views, likes, comments, shares, saves, followers from video_snapshot"
                                + " where video_id = ? and source_id = ? order by observed_at desc limit 1",
                        JooqVideos::values,
                        video,
                        source)
                : null;
        if (says(given, newest)) {
            return Outcome.UNCHANGED;
        }
        Object[] stored = statements.first(
                "select views, likes, comments, shares, saves, followers from video_snapshot"
                        + " where video_id = ? and observed_at = ? and source_id = ?",
                JooqVideos::values,
                video,
                observedAt,
                source);
        if (says(given, stored)) {
            return Outcome.UNCHANGED;
        }
        statements.update(
                "insert or replace into video_snapshot (video_id, observed_at, source_id, views, likes, comments,"
                        + " shares, saves, followers) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                video,
                observedAt,
                source,
                given[0],
                given[1],
                given[2],
                given[3],
                given[4],
                given[FOLLOWERS]);
        if (stored == null) {
            tallies.count(VIDEO_SNAPSHOT, source, observedAt);
        }
        return stored != null || newest != null ? Outcome.UPDATED : Outcome.STORED;
    }

    /** Whether this was said before; silence about the creator's followers says nothing else. */
    private static boolean says(Object[] given, Object[] before) {
        if (before != null && given[FOLLOWERS] == null) {
            given[FOLLOWERS] = before[FOLLOWERS];
        }
        return Arrays.equals(given, before);
    }

    private static Object[] values(VideoObservation observation) {
        VideoCounts counts = observation.counts();
        return new Object[] {
            count(counts.views()),
            count(counts.likes()),
            count(counts.comments()),
            count(counts.shares()),
            count(counts.saves()),
            count(observation.creatorCounts().followers())
        };
    }

    private static Object[] values(ResultSet row) throws SQLException {
        Object[] values = new Object[FOLLOWERS + 1];
        for (int column = 0; column < values.length; column++) {
            Number value = (Number) row.getObject(column + 1);
            values[column] = value == null ? null : value.longValue();
        }
        return values;
    }

    private static Long count(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }
}
