package io.virality.application.port;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.insight.Statement;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.recommendation.Post;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/** Creators in memory: a creator's number is its place. */
final class InMemoryPortraits implements Portraits {

    private final InMemoryStore store;

    InMemoryPortraits(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<Portrait> page(long after, int limit) {
        return LongStream.rangeClosed(after + 1, store.creators.size())
                .filter(this::isKnown)
                .limit(limit)
                .mapToObj(this::portrait)
                .toList();
    }

    @Override
    public List<Portrait> of(Collection<Long> creators) {
        return creators.stream()
                .sorted()
                .filter(number -> number <= store.creators.size() && isKnown(number))
                .map(this::portrait)
                .toList();
    }

    @Override
    public Statement statement(long creator) {
        return new Statement("plain loops", "creator " + creator);
    }

    private boolean isKnown(long number) {
        return store.creators.get((int) number - 1).current != null;
    }

    private Portrait portrait(long number) {
        InMemoryStore.Known known = store.creators.get((int) number - 1);
        Creator creator = known.current;
        List<Post> posts = known.videos.values().stream()
                .sorted(Comparator.comparing((InMemoryStore.Post post) ->
                                post.details.postedAt().orElse(Instant.MIN))
                        .reversed())
                .limit(CreatorText.NEWEST_VIDEOS)
                .map(InMemoryPortraits::post)
                .toList();
        return new Portrait(
                number,
                creator.identity().handle(),
                creator.profile(),
                creator.counts().followers(),
                posts,
                creator.provenance().origin(),
                creator.provenance().observedAt());
    }

    private static Post post(InMemoryStore.Post post) {
        VideoCounts newest = post.counts.values().stream()
                .max(Comparator.comparing(counted -> counted.provenance().observedAt()))
                .map(InMemoryStore.Counted::counts)
                .orElse(VideoCounts.UNKNOWN);
        boolean counted = newest.likes().isPresent()
                && newest.comments().isPresent()
                && newest.shares().isPresent();
        return new Post(
                post.details.hashtags(),
                post.details.caption(),
                newest.views(),
                counted
                        ? OptionalLong.of(newest.likes().getAsLong()
                                + newest.comments().getAsLong()
                                + newest.shares().getAsLong())
                        : OptionalLong.empty());
    }
}
