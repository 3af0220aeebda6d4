package io.virality.application.port;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.VideoDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/** Words in memory: a creator's number is its place. */
final class InMemoryCreatorTexts implements CreatorTexts {

    private final InMemoryStore store;

    InMemoryCreatorTexts(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public List<CreatorText> page(long after, int limit) {
        return LongStream.rangeClosed(after + 1, store.creators.size())
                .filter(number -> store.creators.get((int) number - 1).current != null)
                .limit(limit)
                .mapToObj(number -> text(number, store.creators.get((int) number - 1)))
                .toList();
    }

    private static CreatorText text(long number, InMemoryStore.Known known) {
        List<VideoDetails> newest = known.videos.values().stream()
                .map(post -> post.details)
                .sorted(Comparator.comparing(
                                (VideoDetails details) -> details.postedAt().orElse(Instant.MIN))
                        .reversed())
                .limit(CreatorText.NEWEST_VIDEOS)
                .toList();
        Creator creator = known.current;
        return new CreatorText(
                number,
                creator.identity().handle(),
                creator.profile().biography(),
                creator.profile().language(),
                creator.profile().category(),
                newest.stream().flatMap(details -> details.hashtags().stream()).toList(),
                newest.stream()
                        .map(VideoDetails::caption)
                        .flatMap(Optional::stream)
                        .toList(),
                creator.provenance().origin(),
                creator.provenance().observedAt());
    }
}
