package io.virality.application.port;

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
import io.virality.domain.ingest.ExperimentObservation;
import io.virality.domain.ingest.FactObservation;
import io.virality.domain.ingest.FeedbackObservation;
import io.virality.domain.ingest.GrowthObservation;
import io.virality.domain.ingest.Reading;
import io.virality.domain.ingest.VideoObservation;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Sponsorship;
import io.virality.domain.marketplace.Touch;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Gives what is held in memory. */
final class InMemoryHoldings implements Holdings {

    private final InMemoryStore store;

    InMemoryHoldings(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Origin origin() {
        Stream<Provenance> ofCreators = store.creators.stream().flatMap(known -> Stream.of(
                        known.profiles.values().stream().map(InMemoryStore.Said::provenance),
                        known.snapshots.values().stream().map(Snapshot::provenance),
                        known.videos.values().stream()
                                .flatMap(post -> post.counts.values().stream())
                                .filter(counted -> !counted.counts().equals(VideoCounts.UNKNOWN))
                                .map(InMemoryStore.Counted::provenance))
                .flatMap(all -> all));
        Stream<Provenance> ofOthers = Stream.of(
                        store.videosOfNobody.values().stream()
                                .flatMap(post -> post.counts.values().stream())
                                .filter(counted -> !counted.counts().equals(VideoCounts.UNKNOWN))
                                .map(InMemoryStore.Counted::provenance),
                        store.growth.values().stream().map(GrowthObservation::provenance),
                        store.facts.values().stream()
                                .map(said -> said.observation().provenance()))
                .flatMap(all -> all);
        Set<Origin> origins =
                Stream.concat(ofCreators, ofOthers).map(Provenance::origin).collect(Collectors.toSet());
        store.experiments.values().forEach(told -> origins.add(told.experiment.origin()));
        return Origin.of(origins.contains(Origin.REAL), origins.contains(Origin.SIMULATED));
    }

    @Override
    public void forEach(Consumer<Reading> visitor) {
        store.creators.forEach(
                known -> visitor.accept(known(known, disputed(known) ? null : known.handle, known.handleAt)));
        store.creators.forEach(known -> known.profiles.values().stream()
                .sorted(Comparator.comparing(said -> InMemoryStore.source(said.provenance())))
                .forEach(said -> visitor.accept(new CreatorObservation(
                        identity(known),
                        said.profile(),
                        new Snapshot(Counts.UNKNOWN, ProviderRates.NONE, told(said.provenance()))))));
        store.creators.forEach(known -> known.snapshots.values().stream()
                .sorted(Comparator.comparing(Snapshot::provenance, inOrder()))
                .forEach(snapshot -> visitor.accept(new CreatorObservation(
                        identity(known),
                        Profile.UNKNOWN,
                        new Snapshot(snapshot.counts(), snapshot.rates(), told(snapshot.provenance()))))));
        store.creators.forEach(known -> known.videos.forEach((id, post) -> visitor.accept(
                new VideoObservation(identity(known), id, post.details, VideoCounts.UNKNOWN, nobody(Instant.EPOCH)))));
        store.creators.forEach(known -> known.videos.forEach((id, post) -> post.counts.values().stream()
                .filter(counted -> !counted.counts().equals(VideoCounts.UNKNOWN))
                .sorted(Comparator.comparing(InMemoryStore.Counted::provenance, inOrder()))
                .forEach(counted -> visitor.accept(new VideoObservation(
                        identity(known),
                        id,
                        VideoDetails.UNKNOWN,
                        counted.counts(),
                        followers(counted),
                        told(counted.provenance()))))));
        store.videosOfNobody.forEach((id, post) ->
                visitor.accept(ofNobody(id, post.details, VideoCounts.UNKNOWN, Counts.UNKNOWN, nobody(Instant.EPOCH))));
        store.videosOfNobody.forEach((id, post) -> post.counts.values().stream()
                .filter(counted -> !counted.counts().equals(VideoCounts.UNKNOWN))
                .sorted(Comparator.comparing(InMemoryStore.Counted::provenance, inOrder()))
                .forEach(counted -> visitor.accept(ofNobody(
                        id, VideoDetails.UNKNOWN, counted.counts(), followers(counted), told(counted.provenance())))));
        store.growth.forEach((won, observation) -> visitor.accept(new GrowthObservation(
                identity(store.creators.get(won.creator())), observation.growth(), told(observation.provenance()))));
        store.facts
                .values()
                .forEach(said -> visitor.accept(new FactObservation(
                        by(
                                said.creator().map(number -> identity(store.creators.get(number))),
                                said.observation().fact()),
                        told(said.observation().provenance()))));
        store.feedback.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<InMemoryFeedbackLog.Pair, InMemoryFeedbackLog.Said> entry) ->
                                entry.getKey().brand().name())
                        .thenComparing(entry -> entry.getKey().creator()))
                .forEach(entry -> visitor.accept(new FeedbackObservation(
                        identity(store.creators.get((int) entry.getKey().creator() - 1)),
                        entry.getKey().brand(),
                        entry.getValue().stage(),
                        entry.getValue().givenAt())));
        InMemoryExperiments.kept(store).forEach(kept -> visitor.accept(new ExperimentObservation("", kept)));
        store.creators.stream()
                .filter(this::disputed)
                .forEach(known -> visitor.accept(known(known, known.handle, known.handleAt)));
    }

    private static Counts followers(InMemoryStore.Counted counted) {
        return new Counts(counted.followers(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());
    }

    private static Reading ofNobody(
            List<Object> id, VideoDetails details, VideoCounts counts, Counts itsCreator, Provenance provenance) {
        return new VideoObservation(
                (Platform) id.get(0), Optional.empty(), (String) id.get(1), details, counts, itsCreator, provenance);
    }

    /** The same fact with its creator as it is called now. */
    private static Fact by(Optional<Identity> creator, Fact fact) {
        if (fact instanceof Sale sale) {
            return new Sale(
                    sale.platform(),
                    sale.order(),
                    sale.product(),
                    sale.soldAt(),
                    sale.units(),
                    sale.gross(),
                    sale.refunds(),
                    sale.commission(),
                    creator,
                    sale.video(),
                    sale.content(),
                    sale.promoCode(),
                    sale.buyer());
        } else if (fact instanceof AdResult result) {
            return new AdResult(
                    result.channel(),
                    result.campaign(),
                    result.ad(),
                    result.format(),
                    result.audience(),
                    result.period(),
                    result.brand(),
                    creator,
                    result.spend(),
                    result.impressions(),
                    result.reach(),
                    result.clicks(),
                    result.conversions(),
                    result.approvedConversions(),
                    result.revenue());
        } else if (fact instanceof Sponsorship sponsorship) {
            return new Sponsorship(
                    creator.orElseThrow(),
                    sponsorship.brand(),
                    sponsorship.video(),
                    sponsorship.evidence(),
                    sponsorship.period(),
                    sponsorship.videos(),
                    sponsorship.hashtags(),
                    sponsorship.fee());
        } else if (fact instanceof Touch touch) {
            return new Touch(
                    touch.platform(),
                    touch.buyer(),
                    touch.at(),
                    touch.kind(),
                    creator,
                    touch.video(),
                    touch.channel(),
                    touch.campaign());
        } else if (fact instanceof PromoCode code) {
            return new PromoCode(code.platform(), code.code(), creator, code.channel(), code.campaign());
        }
        return fact;
    }

    private boolean disputed(InMemoryStore.Known known) {
        return known.platformId != null
                && known.handle != null
                && store.creators.stream()
                        .anyMatch(other -> other.platformId == null && known.handle.equals(other.handle));
    }

    private static Reading known(InMemoryStore.Known known, Handle handle, Instant handleAt) {
        return new CreatorObservation(
                new Identity(known.platform, Optional.ofNullable(known.platformId), Optional.ofNullable(handle)),
                Profile.UNKNOWN,
                new Snapshot(Counts.UNKNOWN, ProviderRates.NONE, nobody(handleAt == null ? Instant.EPOCH : handleAt)));
    }

    private static Identity identity(InMemoryStore.Known known) {
        return known.platformId == null
                ? Identity.of(known.handle)
                : new Identity(known.platform, Optional.of(known.platformId), Optional.empty());
    }

    private static Comparator<Provenance> inOrder() {
        return Comparator.comparing(Provenance::observedAt).thenComparing(InMemoryStore::source);
    }

    private static Provenance told(Provenance provenance) {
        return new Provenance(
                provenance.source(),
                provenance.version(),
                provenance.origin(),
                provenance.freshness(),
                provenance.observedAt(),
                false);
    }

    private static Provenance nobody(Instant at) {
        return new Provenance("", "", Origin.REAL, Freshness.ARCHIVE, at, false);
    }
}
