package io.virality.application.port;

import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.ProviderRates;
import io.virality.domain.ingest.CreatorObservation;
import io.virality.domain.ingest.Tally;
import io.virality.domain.ingest.VideoObservation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Keeps videos in memory. */
final class InMemoryVideos implements Videos {

    private final InMemoryStore store;

    InMemoryVideos(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Tally record(List<VideoObservation> observations) {
        return observations.stream().map(this::record).reduce(Tally.NONE, Tally::plus);
    }

    private Tally record(VideoObservation observation) {
        Provenance provenance = observation.provenance();
        store.noteSource(provenance);
        Optional<InMemoryStore.Known> creator =
                observation.creator().map(identity -> store.creator(identity, provenance.observedAt()));
        List<Object> id = List.of(observation.platform(), observation.videoId());
        boolean found = creator.isPresent() && store.videosOfNobody.containsKey(id);
        InMemoryStore.Post post = post(creator, id, observation.videoId());
        boolean fresh = post.details == null;
        VideoDetails merged = fresh ? observation.details() : merge(observation.details(), post.details);
        boolean detailsChanged = found || !merged.equals(post.details);
        post.details = merged;
        Optional<InMemoryStore.Counted> before = Optional.ofNullable(post.counts.get(InMemoryStore.key(provenance)));
        Optional<InMemoryStore.Counted> newest = provenance.timeAssumed()
                ? post.counts.values().stream()
                        .filter(other ->
                                InMemoryStore.source(other.provenance()).equals(InMemoryStore.source(provenance)))
                        .max(Comparator.comparing(other -> other.provenance().observedAt()))
                : Optional.empty();
        OptionalLong told = observation.creatorCounts().followers();
        InMemoryStore.Counted counted = new InMemoryStore.Counted(
                observation.counts(),
                told.isPresent()
                        ? told
                        : before.or(() -> newest)
                                .map(InMemoryStore.Counted::followers)
                                .orElse(told),
                provenance);
        boolean countsSame = before.or(() -> newest)
                .filter(other -> other.counts().equals(counted.counts())
                        && other.followers().equals(counted.followers()))
                .isPresent();
        if (!countsSame) {
            post.counts.put(InMemoryStore.key(provenance), counted);
        }
        boolean itsCreatorChanged =
                recordItsCreator(observation, !countsSame && (before.isPresent() || newest.isPresent()));
        if (fresh) {
            return new Tally(1, 0, 0);
        }
        if (countsSame) {
            return detailsChanged || itsCreatorChanged ? new Tally(0, 1, 0) : new Tally(0, 0, 1);
        }
        return before.isPresent() || newest.isPresent() ? new Tally(0, 1, 0) : new Tally(1, 0, 0);
    }

    /** A video of nobody gets the creator that is told. */
    private InMemoryStore.Post post(Optional<InMemoryStore.Known> creator, List<Object> id, String videoId) {
        if (creator.isPresent()) {
            return creator.get()
                    .videos
                    .computeIfAbsent(
                            videoId,
                            unknown -> store.videosOfNobody.containsKey(id)
                                    ? store.videosOfNobody.remove(id)
                                    : new InMemoryStore.Post());
        }
        return store.creators.stream()
                .filter(known -> known.platform == id.get(0) && known.videos.containsKey(videoId))
                .map(known -> known.videos.get(videoId))
                .findFirst()
                .orElseGet(() -> store.videosOfNobody.computeIfAbsent(id, unknown -> new InMemoryStore.Post()));
    }

    private boolean recordItsCreator(VideoObservation observation, boolean corrected) {
        if (observation.creator().isEmpty()) {
            return false;
        }
        Provenance provenance = observation.provenance();
        boolean told = store.creator(observation.creator().get(), provenance.observedAt())
                .snapshots
                .containsKey(InMemoryStore.key(provenance));
        if (told && !corrected) {
            return false;
        }
        Snapshot snapshot = new Snapshot(observation.creatorCounts(), ProviderRates.NONE, provenance);
        CreatorObservation itsCreator =
                new CreatorObservation(observation.creator().get(), Profile.UNKNOWN, snapshot);
        return new InMemoryCreators(store).record(List.of(itsCreator)).unchanged() == 0;
    }

    private static VideoDetails merge(VideoDetails given, VideoDetails known) {
        return new VideoDetails(
                given.postedAt().or(known::postedAt),
                given.caption().or(known::caption),
                given.hashtags().isEmpty() ? known.hashtags() : given.hashtags(),
                given.sound().or(known::sound),
                given.duration().or(known::duration),
                given.disclosures().isEmpty() ? known.disclosures() : given.disclosures());
    }
}
