package io.virality.application.port;

import io.virality.domain.category.CategoryPrediction;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.QuarantinedRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** What the in-memory twins share. */
final class InMemoryStore {

    /** Everything said about one creator. */
    static final class Known {
        final Platform platform;
        String platformId;
        Handle handle;
        Instant handleAt;
        final Map<String, Said> profiles = new LinkedHashMap<>();
        final Map<List<Object>, Snapshot> snapshots = new LinkedHashMap<>();
        final Map<String, Post> videos = new LinkedHashMap<>();
        Creator current;

        Known(Platform platform) {
            this.platform = platform;
        }
    }

    /** A profile, and who said so. */
    record Said(Profile profile, Provenance provenance) {}

    /** A video's counts, and who counted. */
    record Counted(VideoCounts counts, OptionalLong followers, Provenance provenance) {}

    /** The followers told with a video, or else those that the same source told of its creator at the same moment. */
    static OptionalLong followers(Known creator, Counted counted) {
        Snapshot told = creator.snapshots.get(key(counted.provenance()));
        return counted.followers().isPresent() || told == null
                ? counted.followers()
                : told.counts().followers();
    }

    /** A video and its counts over time. */
    static final class Post {
        VideoDetails details;
        final Map<List<Object>, Counted> counts = new LinkedHashMap<>();
    }

    /** What a source said about a fact, and the number of whom it names. */
    record Told(FactObservation observation, Optional<Integer> creator) {

        boolean says(Told other) {
            return observation.fact().equals(other.observation.fact());
        }
    }

    /** What a source said that a creator won in a period. */
    record Won(int creator, Period period, String source) {}

    final List<Known> creators = new ArrayList<>();
    final Map<List<Object>, Post> videosOfNobody = new LinkedHashMap<>();
    final Map<List<Object>, Told> facts = new LinkedHashMap<>();
    final Map<Won, GrowthObservation> growth = new LinkedHashMap<>();
    final List<String> sources = new ArrayList<>();
    /** Asked by others while an import goes on. */
    final List<ImportRun> runs = new CopyOnWriteArrayList<>();

    final Map<String, InMemoryExperiments.Told> experiments = new LinkedHashMap<>();

    final Map<Long, CategoryPrediction> predictions = new LinkedHashMap<>();

    final Map<String, InMemoryModels.Stored> models = new LinkedHashMap<>();

    final Map<InMemoryFeedbackLog.Pair, InMemoryFeedbackLog.Said> feedback = new LinkedHashMap<>();

    final List<QuarantinedRow> rejected = new ArrayList<>();
    final List<QuarantinedRow> quarantine = new ArrayList<>();

    Known creator(Identity identity, Instant observedAt) {
        Known known = find(identity).orElseGet(() -> add(identity.platform()));
        identity.platformId().ifPresent(id -> known.platformId = id);
        identity.handle().ifPresent(handle -> {
            if (known.handleAt == null || !observedAt.isBefore(known.handleAt)) {
                known.handle = handle;
                known.handleAt = observedAt;
            }
        });
        return known;
    }

    /** A creator's place in the list, which outlives a transaction that is taken back. */
    int number(Identity identity, Instant observedAt) {
        return creators.indexOf(creator(identity, observedAt));
    }

    private Known add(Platform platform) {
        Known known = new Known(platform);
        creators.add(known);
        return known;
    }

    private Optional<Known> find(Identity identity) {
        Optional<Known> byHandle = identity.handle().flatMap(this::holder);
        if (identity.platformId().isEmpty()) {
            return byHandle;
        }
        return creators.stream()
                .filter(known -> known.platform == identity.platform())
                .filter(known -> identity.platformId().get().equals(known.platformId))
                .findFirst()
                .or(() -> byHandle.filter(known -> known.platformId == null));
    }

    Optional<Known> holder(Handle handle) {
        return creators.stream()
                .filter(known -> handle.equals(known.handle))
                .max(Comparator.comparing(known -> known.handleAt));
    }

    static List<Object> key(Provenance provenance) {
        return List.of(provenance.observedAt(), source(provenance));
    }

    static String source(Provenance provenance) {
        return provenance.source() + " " + provenance.version() + " " + provenance.origin() + " "
                + provenance.freshness();
    }

    void noteSource(Provenance provenance) {
        if (!sources.contains(source(provenance))) {
            sources.add(source(provenance));
        }
    }

    /** The newest observation first, then the fresher source, then the one used first. */
    Comparator<Provenance> preferred() {
        return Comparator.comparing(Provenance::observedAt)
                .reversed()
                .thenComparing(Provenance::freshness)
                .thenComparing(provenance -> sources.indexOf(source(provenance)));
    }

    <T> Optional<T> best(java.util.stream.Stream<T> all, Function<T, Provenance> provenance) {
        return all.min(Comparator.comparing(provenance, preferred()));
    }

    void refresh() {
        creators.forEach(known -> known.current = current(known));
    }

    private Creator current(Known known) {
        Optional<Snapshot> counts = best(
                known.snapshots.values().stream()
                        .filter(snapshot -> snapshot.counts().followers().isPresent()),
                Snapshot::provenance);
        Optional<Snapshot> rated = best(
                known.snapshots.values().stream()
                        .filter(snapshot -> snapshot.rates().average().isPresent()),
                Snapshot::provenance);
        List<Counted> newest = newestVideos(known);
        Provenance provenance = counts.map(Snapshot::provenance)
                .or(() -> best(newest.stream(), Counted::provenance).map(Counted::provenance))
                .or(() ->
                        best(known.profiles.values().stream(), Said::provenance).map(Said::provenance))
                .orElse(null);
        if (provenance == null) {
            return null;
        }
        List<EngagementRate> rates = new ArrayList<>();
        rated.map(Snapshot::rates).ifPresent(given -> rates.add(provider(given)));
        byViews(newest).ifPresent(rates::add);
        counts.map(Snapshot::counts).flatMap(InMemoryStore::byFollowers).ifPresent(rates::add);
        return new Creator(
                new Identity(known.platform, Optional.ofNullable(known.platformId), Optional.ofNullable(known.handle)),
                profile(known),
                counts.map(Snapshot::counts).orElse(Counts.UNKNOWN),
                rates,
                provenance);
    }

    private Profile profile(Known known) {
        Profile profile = Profile.UNKNOWN;
        List<Said> inOrder = known.profiles.values().stream()
                .sorted(Comparator.comparing(Said::provenance, preferred()))
                .toList();
        for (Said said : inOrder) {
            profile = profile.orElse(said.profile());
        }
        return profile;
    }

    private List<Counted> newestVideos(Known known) {
        return known.videos.values().stream()
                .sorted(Comparator.comparing(
                                (Post post) -> post.details.postedAt().orElse(Instant.MIN))
                        .reversed())
                .map(post -> best(post.counts.values().stream().filter(InMemoryStore::complete), Counted::provenance))
                .flatMap(Optional::stream)
                .limit(RateDefinition.NEWEST_VIDEOS)
                .toList();
    }

    private static boolean complete(Counted counted) {
        VideoCounts counts = counted.counts();
        return counts.views().orElse(0) > 0
                && counts.likes().isPresent()
                && counts.comments().isPresent()
                && counts.shares().isPresent();
    }

    private static EngagementRate provider(ProviderRates given) {
        return new EngagementRate(RateDefinition.PROVIDER, given.average().orElseThrow(), given.likes());
    }

    private static Optional<EngagementRate> byViews(List<Counted> videos) {
        if (videos.isEmpty()) {
            return Optional.empty();
        }
        double views = 0;
        double likes = 0;
        double others = 0;
        for (Counted video : videos) {
            views += video.counts().views().orElseThrow();
            likes += video.counts().likes().orElseThrow();
            others += video.counts().comments().orElseThrow()
                    + video.counts().shares().orElseThrow();
        }
        return Optional.of(new EngagementRate(
                RateDefinition.BY_VIEWS, (likes + others) / views, OptionalDouble.of(likes / views)));
    }

    private static Optional<EngagementRate> byFollowers(Counts counts) {
        if (counts.videos().orElse(0) == 0
                || counts.followers().orElse(0) == 0
                || counts.likes().isEmpty()) {
            return Optional.empty();
        }
        double rate = (double) counts.likes().getAsLong()
                / counts.videos().getAsLong()
                / counts.followers().getAsLong();
        return Optional.of(new EngagementRate(RateDefinition.BY_FOLLOWERS, rate, OptionalDouble.of(rate)));
    }

    List<Creator> current() {
        return creators.stream()
                .map(known -> known.current)
                .filter(Objects::nonNull)
                .toList();
    }
}
