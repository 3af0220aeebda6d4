package io.virality.web;

import io.virality.application.Failure;
import io.virality.application.port.Creators;
import io.virality.application.port.Dataset;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Snapshots;
import io.virality.application.port.StoredPorts;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.insight.CreatorComparison;
import io.virality.domain.insight.DatasetOverview;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.GroupComparison;
import io.virality.domain.insight.Question;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.ViewsByTrait;
import io.virality.domain.stats.Sample;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Three creators and a few canned answers behind the ports that the routes reach. Sorts by followers or handle, and by
 * engagement under the definition that was asked for.
 */
final class StubbedPorts implements Creators, Snapshots, Dataset, InsightQueries {

    static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    /** How many snapshots {@code @ada} has. */
    static final int ADAS_SNAPSHOTS = 450;

    private final List<Creator> creators = List.of(
            new Creator(
                    Identity.of("6812345678901234567", Handle.tiktok("ada")),
                    new Profile(
                            Optional.of("Ada 🎨 \"the\" Painter"),
                            Optional.of("colours\nand code"),
                            Optional.empty(),
                            Optional.of("GB"),
                            Optional.of("en"),
                            Optional.of("Art"),
                            Optional.of(true)),
                    Counts.of(123_456, 12, 7_000_000, 345),
                    List.of(
                            new EngagementRate(RateDefinition.PROVIDER, .025, OptionalDouble.of(.02)),
                            new EngagementRate(RateDefinition.BY_FOLLOWERS, .5, OptionalDouble.empty())),
                    provenance(Origin.REAL, NOON)),
            new Creator(
                    Identity.of(Handle.tiktok("bob")),
                    Profile.UNKNOWN,
                    new Counts(
                            OptionalLong.of(9_999), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty()),
                    List.of(new EngagementRate(RateDefinition.PROVIDER, .1, OptionalDouble.empty())),
                    provenance(Origin.SIMULATED, NOON.minus(1, ChronoUnit.DAYS))),
            new Creator(
                    Identity.of(Handle.tiktok("cleo")),
                    Profile.UNKNOWN,
                    Counts.UNKNOWN,
                    List.of(),
                    provenance(Origin.REAL, NOON)));

    private final StoredPorts stored = StoredPorts.inMemory();
    private final PacedSources sources = new PacedSources();
    private Optional<RuntimeException> trouble = Optional.empty();
    private Optional<Error> breakdown = Optional.empty();

    /** From now on the overview ends in this. */
    void fail(RuntimeException trouble) {
        this.trouble = Optional.of(trouble);
    }

    /** From now on the overview ends in this. */
    void breakDown(Error breakdown) {
        this.breakdown = Optional.of(breakdown);
    }

    private static Provenance provenance(Origin origin, Instant observedAt) {
        return new Provenance("profiles", "bright-data-profiles@1", origin, Freshness.ARCHIVE, observedAt, false);
    }

    /** What imports write, apart from what is stubbed. */
    StoredPorts stored() {
        return stored;
    }

    PacedSources sources() {
        return sources;
    }

    @Override
    public Tally record(List<CreatorObservation> observations) {
        return stored.creators().record(observations);
    }

    @Override
    public void refresh() {
        stored.creators().refresh();
    }

    @Override
    public Optional<Creator> find(Handle handle) {
        return creators.stream().filter(has(handle)).findFirst();
    }

    @Override
    public Map<Long, Creator> numbered(Collection<Long> numbers) {
        return stored.creators().numbered(numbers);
    }

    private static Predicate<Creator> has(Handle handle) {
        return creator -> creator.identity().handle().equals(Optional.of(handle));
    }

    /** The cursor is the place in the list. */
    @Override
    public Page<Creator> search(CreatorFilter filter, RateDefinition definition) {
        int start = filter.after().map(StubbedPorts::place).orElse(0);
        List<Creator> matching = creators.stream()
                .filter(creator -> filter.search().stream()
                        .allMatch(word -> (creator.identity() + "" + creator.profile()).contains(word)))
                .filter(creator -> filter.minFollowers().stream()
                        .allMatch(least -> creator.counts().followers().orElse(-1) >= least))
                .filter(creator -> filter.maxFollowers().stream()
                        .allMatch(most -> creator.counts().followers().orElse(Long.MAX_VALUE) <= most))
                .filter(creator ->
                        filter.region().isEmpty() || creator.profile().region().equals(filter.region()))
                .filter(creator -> filter.verified().isEmpty()
                        || creator.profile().verified().equals(filter.verified()))
                .sorted(comparator(filter.order(), definition))
                .toList();
        int end = Math.min(start + filter.limit(), matching.size());
        return new Page<>(
                matching.subList(start, end),
                end < matching.size() ? Optional.of("place-" + end) : Optional.empty(),
                matching.size());
    }

    private static int place(String cursor) {
        if (!cursor.startsWith("place-")) {
            throw Failure.invalid("not a cursor of this list: '" + cursor + "'");
        }
        return Integer.parseInt(cursor.substring("place-".length()));
    }

    private static Comparator<Creator> comparator(CreatorFilter.Order order, RateDefinition definition) {
        Comparator<Creator> byFollowers =
                Comparator.comparing(creator -> creator.counts().followers().orElse(-1));
        Comparator<Creator> byHandle = Comparator.comparing(
                creator -> creator.identity().handle().orElseThrow().name());
        Comparator<Creator> byRate = Comparator.comparing(
                creator -> creator.rate(definition).map(EngagementRate::value).orElse(-1.0));
        return switch (order) {
            case FOLLOWERS -> byFollowers;
            case FOLLOWERS_DESCENDING -> byFollowers.reversed();
            case ENGAGEMENT -> byRate;
            case ENGAGEMENT_DESCENDING -> byRate.reversed();
            case HANDLE -> byHandle;
            case HANDLE_DESCENDING -> byHandle.reversed();
        };
    }

    @Override
    public Tally recordGrowth(List<GrowthObservation> observations) {
        return stored().snapshots().recordGrowth(observations);
    }

    @Override
    public List<Snapshot> of(Handle handle) {
        if (!handle.name().equals("ada")) {
            return List.of();
        }
        return IntStream.range(0, ADAS_SNAPSHOTS)
                .mapToObj(day -> new Snapshot(
                        new Counts(
                                OptionalLong.of(100_000 + day),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        ProviderRates.NONE,
                        provenance(Origin.REAL, NOON.minus(ADAS_SNAPSHOTS - 1L - day, ChronoUnit.DAYS))))
                .toList();
    }

    @Override
    public DatasetOverview overview() {
        trouble.ifPresent(exception -> {
            throw exception;
        });
        breakdown.ifPresent(error -> {
            throw error;
        });
        return new DatasetOverview(3, ADAS_SNAPSHOTS, 0, Optional.of(NOON), Origin.MIXED);
    }

    @Override
    public Set<RateDefinition> available() {
        return Set.of(RateDefinition.BY_FOLLOWERS);
    }

    /** Quantities and days are read by what is made of them; other texts may be any. */
    private static String text(String column) {
        return switch (column) {
            case "first" -> "views";
            case "second" -> "likes";
            case "currency" -> "USD";
            case "day" -> "2026-11-01";
            case "evidence" -> "tagged";
            default -> "some " + column;
        };
    }

    @Override
    public Map<Question, Evidence> gather(Set<Question> questions) {
        return questions.stream().collect(Collectors.toMap(question -> question, this::gather));
    }

    /** One row with a value in each column that is not computed, but of no trait; two creators lack a rate. */
    @Override
    public Evidence gather(Question question) {
        if (question instanceof CreatorBehaviour) {
            return behaviour();
        }
        if (question instanceof ViewsByTrait) {
            return evidence(List.of(), Map.of());
        }
        Map<String, Object> values = new LinkedHashMap<>();
        question.topic().columns().stream()
                .filter(column -> !column.computed())
                .forEach(column -> values.put(
                        column.name(),
                        switch (column.type()) {
                            case TEXT -> text(column.name());
                            case TIME -> NOON.toString();
                            case INTEGER -> 2L;
                            case NUMBER -> .25;
                            case BOOLEAN -> true;
                        }));
        values.computeIfPresent("handle", (name, text) -> named(question));
        values.computeIfPresent("like_engagement_rate", (name, rate) -> null);
        return evidence(
                List.of(new Row(values)),
                question instanceof GroupComparison comparison
                        ? Map.of(text(comparison.grouping().id()), Sample.of(.2, .3))
                        : Map.of());
    }

    private static Evidence evidence(List<Row> rows, Map<String, Sample> samples) {
        return new Evidence(new Statement("sqlite", "select 1"), rows, samples, 2, 1, Optional.of(NOON), Origin.REAL);
    }

    /** Forty small creators that engage, and twenty large ones that do not. */
    private static Evidence behaviour() {
        Random random = new Random(1);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            double side = i % 3 == 0 ? 2 : -2;
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("handle", "creator" + i);
            values.put("followers", (long) Math.exp(10 + side + .2 * random.nextGaussian()));
            values.put("engagement_rate", Math.exp(-3 - side + .2 * random.nextGaussian()));
            rows.add(new Row(values));
        }
        return new Evidence(new Statement("sqlite", "select 1"), rows, Map.of(), 60, 0, Optional.of(NOON), Origin.REAL);
    }

    /** The creator that is asked for, if there is such a one. */
    private static String named(Question question) {
        return question instanceof CreatorComparison comparison
                ? comparison
                        .compared()
                        .handle()
                        .filter(List.of("ada", "bob", "cleo")::contains)
                        .orElse("ada")
                : "ada";
    }
}
