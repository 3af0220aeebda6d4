package io.virality.ingest.tiktok;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * A world as rows: each creator's profile with the counts of the first day; day by day the counts of all creators; then
 * the videos creator by creator, with their counts on the last day; then what is told of the market. Rows are made when
 * they are asked for; only the creators' present states are held. A row's position is its number.
 */
final class MockTikTokRows implements SourceRows {

    private final SimulatedWorld world;
    private final List<CreatorHistory> histories = new ArrayList<>();
    private final Iterator<SourceRow> rows;
    private long made;

    /**
     * Rows.
     *
     * @param market whether the market is told of, too
     */
    MockTikTokRows(SimulatedWorld world, boolean market) {
        this.world = world;
        rows = Stream.of(profiles(), laterDays(), videos(), market ? market() : Stream.<SourceRow>empty())
                .flatMap(part -> part)
                .iterator();
    }

    @Override
    public SourceRow next() {
        return rows.hasNext() ? rows.next() : null;
    }

    private Stream<SourceRow> profiles() {
        return IntStream.range(0, world.creators()).mapToObj(world::creator).map(creator -> {
            CreatorHistory history = creator.history();
            histories.add(history);
            Map<String, String> fields = nextDay(history);
            Persona persona = creator.persona();
            fields.put(Fields.HANDLE, persona.handle());
            fields.put(Fields.NICKNAME, persona.nickname());
            persona.biography().ifPresent(biography -> fields.put(Fields.BIOGRAPHY, biography));
            persona.link().ifPresent(link -> fields.put(Fields.BIO_LINK, link));
            fields.put(Fields.REGION, persona.market().name());
            fields.put(Fields.LANGUAGE, persona.language());
            fields.put(Fields.CATEGORY, persona.category().id());
            fields.put(Fields.VERIFIED, Boolean.toString(creator.verified()));
            return row(Kinds.CREATOR, fields);
        });
    }

    private Stream<SourceRow> laterDays() {
        long creators = world.creators();
        return LongStream.range(creators, creators * world.days())
                .mapToObj(number -> row(Kinds.CREATOR, nextDay(histories.get((int) (number % creators)))));
    }

    private static Map<String, String> nextDay(CreatorHistory history) {
        history.nextDay();
        CreatorHistory.Counts counts = history.counts();
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.PLATFORM_ID, history.creator().id());
        fields.put(Fields.OBSERVED_AT, counts.observedAt().toString());
        fields.put(Fields.FOLLOWERS, Long.toString(counts.followers()));
        fields.put(Fields.FOLLOWING, Long.toString(counts.following()));
        fields.put(Fields.LIKES, Long.toString(counts.likes()));
        fields.put(Fields.VIDEOS, Long.toString(counts.videos()));
        return fields;
    }

    private Stream<SourceRow> videos() {
        Instant end = world.observedAt(world.days() - 1);
        return IntStream.range(0, world.creators())
                .mapToObj(world::creator)
                .flatMap(creator -> creator.videos(world.days()))
                .map(video -> row(Kinds.VIDEO, fields(video, end)));
    }

    private static Map<String, String> fields(SimulatedVideo video, Instant observedAt) {
        SimulatedVideo.Words words = video.words();
        SimulatedVideo.Counts counts = video.countsAt(observedAt);
        Map<String, String> fields = new HashMap<>();
        fields.put(Fields.VIDEO_ID, video.id());
        fields.put(Fields.PLATFORM_ID, video.creator().id());
        fields.put(Fields.OBSERVED_AT, observedAt.toString());
        fields.put(Fields.POSTED_AT, video.postedAt().toString());
        fields.put(Fields.CAPTION, words.caption());
        if (!words.hashtags().isEmpty()) {
            fields.put(Fields.HASHTAGS, String.join(" ", words.hashtags()));
        }
        fields.put(Fields.SOUND, words.sound());
        if (video.sponsorship().isPresent()) {
            fields.put(Fields.DISCLOSURES, "ad");
        }
        fields.put(Fields.DURATION_SECONDS, Integer.toString(video.seconds()));
        fields.put(Fields.VIEWS, Long.toString(counts.views()));
        fields.put(Fields.LIKES, Long.toString(counts.likes()));
        fields.put(Fields.COMMENTS, Long.toString(counts.comments()));
        fields.put(Fields.SHARES, Long.toString(counts.shares()));
        fields.put(Fields.SAVES, Long.toString(counts.saves()));
        return fields;
    }

    private Stream<SourceRow> market() {
        return new MarketRows(new SimulatedMarket(world)).all().map(row -> row(row.kind(), row.fields()));
    }

    private SourceRow row(String kind, Map<String, String> fields) {
        made++;
        return SourceRow.of(kind, Long.toString(made), fields);
    }
}
