package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.insight.CreatorVideos;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Measure;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Trait;
import io.virality.domain.insight.ViewsByTrait;
import io.virality.domain.insight.ViralVideos;
import io.virality.domain.stats.Figures;
import io.virality.domain.stats.Sample;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;

/** Videos against what is usual for their creators, by plain loops. */
final class InMemoryRelativeViews {

    private static final Comparator<Double> LARGEST = Comparator.nullsLast(Comparator.reverseOrder());
    private static final Comparator<Double> SMALLEST = Comparator.nullsLast(Comparator.naturalOrder());

    private final InMemoryStore store;

    InMemoryRelativeViews(InMemoryStore store) {
        this.store = store;
    }

    /** A video at its newest observation. */
    private record Video(
            int creator, Optional<Handle> handle, String id, VideoDetails details, InMemoryStore.Counted newest) {

        boolean settled() {
            return newest.counts().views().isPresent()
                    && details.postedAt()
                            .filter(posted ->
                                    Duration.between(posted, newest.provenance().observedAt())
                                                    .compareTo(Measure.RelativeViews.SETTLED)
                                            >= 0)
                            .isPresent();
        }

        long views() {
            return newest.counts().views().orElseThrow();
        }
    }

    /** A video that has a ratio. */
    private record Measured(Video video, double usual, int others) {

        double ratio() {
            return video.views() / usual;
        }
    }

    private List<Video> videos() {
        List<Video> videos = new ArrayList<>();
        for (int i = 0; i < store.creators.size(); i++) {
            InMemoryStore.Known known = store.creators.get(i);
            int creator = i + 1;
            known.videos.forEach((id, post) -> post.counts.values().stream()
                    .filter(counted -> !counted.counts().equals(VideoCounts.UNKNOWN))
                    .max(Comparator.comparing(counted -> counted.provenance().observedAt()))
                    .ifPresent(newest -> videos.add(
                            new Video(creator, Optional.ofNullable(known.handle), id, post.details, newest))));
        }
        return videos;
    }

    private static List<Measured> measured(List<Video> videos, Measure.RelativeViews measure) {
        List<Measured> measured = new ArrayList<>();
        for (Video video : videos) {
            double[] others = videos.stream()
                    .filter(other -> other != video && other.creator() == video.creator() && other.settled())
                    .mapToDouble(Video::views)
                    .toArray();
            if (video.settled()
                    && others.length >= measure.others()
                    && Sample.of(others).median() > 0) {
                measured.add(new Measured(video, Sample.of(others).median(), others.length));
            }
        }
        return measured;
    }

    Evidence viralVideos(ViralVideos question) {
        List<Video> videos = videos();
        List<Measured> measured = measured(videos, question.measure());
        List<Row> rows = measured.stream()
                .sorted(Comparator.comparingDouble((Measured each) -> -each.ratio())
                        .thenComparing(each -> -each.video().views())
                        .thenComparing(each -> each.video().id()))
                .limit(question.limit())
                .map(each -> {
                    Map<String, Object> values = new LinkedHashMap<>();
                    values.put("handle", each.video().handle().map(Handle::name).orElse(null));
                    values.put("video", each.video().id());
                    values.put(
                            "posted_at",
                            each.video()
                                    .details()
                                    .postedAt()
                                    .orElseThrow()
                                    .truncatedTo(ChronoUnit.SECONDS)
                                    .toString());
                    values.put("views", each.video().views());
                    values.put("usual_views", each.usual());
                    values.put("ratio", each.ratio());
                    values.put("other_videos", (long) each.others());
                    return new Row(values);
                })
                .toList();
        return evidence(videos, measured, rows);
    }

    /** Every video of one creator, whether or not it has a ratio. */
    Evidence ofCreator(CreatorVideos question) {
        int creator = store.holder(question.creator())
                .map(known -> store.creators.indexOf(known) + 1)
                .orElse(0);
        List<Video> own =
                videos().stream().filter(video -> video.creator() == creator).toList();
        Map<Video, Measured> ratios = new HashMap<>();
        measured(own, CreatorVideos.RATIO).forEach(each -> ratios.put(each.video(), each));
        return new Evidence(
                new Statement("none", "computed in memory"),
                own.stream()
                        .sorted(order(question.order(), ratios)
                                .thenComparing(InMemoryRelativeViews::posted, LARGEST)
                                .thenComparing(Video::id))
                        .skip(question.skipped())
                        .limit(question.limit())
                        .map(video -> row(video, Optional.ofNullable(ratios.get(video))))
                        .toList(),
                Map.of(),
                own.size(),
                0,
                own.stream()
                        .map(video -> video.newest().provenance().observedAt())
                        .max(Comparator.naturalOrder()),
                Origin.of(
                        own.stream()
                                .anyMatch(video -> video.newest().provenance().origin() == Origin.REAL),
                        own.stream()
                                .anyMatch(video -> video.newest().provenance().origin() == Origin.SIMULATED)));
    }

    private static Comparator<Video> order(CreatorVideos.Order order, Map<Video, Measured> ratios) {
        Function<Video, Double> ratio = video ->
                Optional.ofNullable(ratios.get(video)).map(Measured::ratio).orElse(null);
        return switch (order) {
            case NEWEST -> Comparator.comparing(InMemoryRelativeViews::posted, LARGEST);
            case OLDEST -> Comparator.comparing(InMemoryRelativeViews::posted, SMALLEST);
            case MOST_VIEWED -> Comparator.comparing(InMemoryRelativeViews::viewed, LARGEST);
            case LEAST_VIEWED -> Comparator.comparing(InMemoryRelativeViews::viewed, SMALLEST);
            case FURTHEST_ABOVE -> Comparator.comparing(ratio, LARGEST);
            case FURTHEST_BELOW -> Comparator.comparing(ratio, SMALLEST);
        };
    }

    private static Double posted(Video video) {
        return video.details().postedAt().map(at -> (double) at.toEpochMilli()).orElse(null);
    }

    private static Double viewed(Video video) {
        OptionalLong views = video.newest().counts().views();
        return views.isPresent() ? (double) views.getAsLong() : null;
    }

    private static Row row(Video video, Optional<Measured> measured) {
        VideoCounts counts = video.newest().counts();
        VideoDetails details = video.details();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("video", video.id());
        values.put(
                "posted_at",
                details.postedAt()
                        .map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(null));
        values.put("views", count(counts.views()));
        values.put("usual_views", measured.map(Measured::usual).orElse(null));
        values.put("ratio", measured.map(Measured::ratio).orElse(null));
        values.put("engagement_rate", engagement(counts));
        values.put("likes", count(counts.likes()));
        values.put("comments", count(counts.comments()));
        values.put("shares", count(counts.shares()));
        values.put("seconds", details.duration().map(Duration::toSeconds).orElse(null));
        values.put("hashtags", joined(details.hashtags()));
        values.put("disclosures", joined(details.disclosures()));
        return new Row(values);
    }

    private static Double engagement(VideoCounts counts) {
        if (counts.views().orElse(0) == 0
                || counts.likes().isEmpty()
                || counts.comments().isEmpty()
                || counts.shares().isEmpty()) {
            return null;
        }
        long interactions = counts.likes().getAsLong()
                + counts.comments().getAsLong()
                + counts.shares().getAsLong();
        return (double) interactions / counts.views().getAsLong();
    }

    private static Long count(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? null : String.join(" ", texts);
    }

    Evidence byTrait(ViewsByTrait question) {
        List<Video> videos = videos();
        List<Measured> measured = measured(videos, question.measure());
        Map<String, List<Measured>> groups = new TreeMap<>();
        for (Measured each : measured) {
            for (String trait : traits(question.trait(), each.video().details())) {
                groups.computeIfAbsent(trait, none -> new ArrayList<>()).add(each);
            }
        }
        if (question.frequentOnly()) {
            groups.values().removeIf(group -> creators(group) < question.minimum());
        }
        List<Row> rows = groups.entrySet().stream()
                .map(group -> row(question, group.getKey(), group.getValue()))
                .sorted(
                        question.frequentOnly()
                                ? Comparator.comparing(
                                        (Row row) -> row.text(question.trait().id()))
                                : Comparator.comparingLong((Row row) -> row.count("weekday"))
                                        .thenComparing(row -> row.count("hour")))
                .toList();
        List<double[]> units = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            for (Measured each : groups.get(rows.get(i).text(question.trait().id()))) {
                units.add(new double[] {i, each.video().creator(), each.ratio()});
            }
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            int column = i;
            figures.put(
                    ViewsByTrait.FIGURES.get(i),
                    units.stream().mapToDouble(unit -> unit[column]).toArray());
        }
        return evidence(videos, measured, rows).with(new Figures(figures));
    }

    private static List<String> traits(Trait trait, VideoDetails details) {
        return switch (trait) {
            case TIME -> {
                OffsetDateTime posted = details.postedAt().orElseThrow().atOffset(ZoneOffset.UTC);
                yield List.of(String.format(
                        Locale.ROOT,
                        "%s %02d:00",
                        Trait.WEEKDAYS.get(posted.getDayOfWeek().getValue() - 1),
                        posted.getHour()));
            }
            case HASHTAG ->
                details.hashtags().stream()
                        .map(tag -> tag.toLowerCase(Locale.ROOT))
                        .distinct()
                        .toList();
            case SOUND -> details.sound().stream().toList();
        };
    }

    private static Row row(ViewsByTrait question, String trait, List<Measured> group) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put(question.trait().id(), trait);
        if (question.trait() == Trait.TIME) {
            String[] dayAndHour = trait.split(" ");
            values.put("weekday", Trait.WEEKDAYS.indexOf(dayAndHour[0]) + 1L);
            values.put("hour", Long.parseLong(dayAndHour[1].substring(0, 2)));
        }
        values.put("creators", creators(group));
        values.put("n", (long) group.size());
        return new Row(values);
    }

    private static long creators(List<Measured> group) {
        return group.stream().map(each -> each.video().creator()).distinct().count();
    }

    private static Evidence evidence(List<Video> videos, List<Measured> measured, List<Row> rows) {
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                measured.size(),
                videos.size() - measured.size(),
                measured.stream()
                        .map(each -> each.video().newest().provenance().observedAt())
                        .max(Comparator.naturalOrder()),
                Origin.of(
                        measured.stream().anyMatch(each -> origin(each) == Origin.REAL),
                        measured.stream().anyMatch(each -> origin(each) == Origin.SIMULATED)));
    }

    private static Origin origin(Measured measured) {
        return measured.video().newest().provenance().origin();
    }
}
