package io.virality.domain.recommendation;

import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Profile;
import io.virality.domain.stats.Sample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * A creator as a brand looks at it.
 *
 * @param creator its number in the store
 * @param handle its name, as far as it is known
 * @param profile what is said about it
 * @param followers its newest count
 * @param posts its newest videos, {@value CreatorText#NEWEST_VIDEOS} at most, the newest first
 * @param origin whether it was measured or invented
 * @param observedAt when its current state was seen
 */
public record Portrait(
        long creator,
        Optional<Handle> handle,
        Profile profile,
        OptionalLong followers,
        List<Post> posts,
        Origin origin,
        Instant observedAt) {

    /** A copy is kept. */
    public Portrait {
        posts = List.copyOf(posts);
    }

    /** Its words: biography, hashtags that were used most, captions. */
    public String text() {
        return new CreatorText(
                        creator,
                        handle,
                        profile.biography(),
                        profile.language(),
                        profile.category(),
                        posts.stream().flatMap(post -> post.hashtags().stream()).toList(),
                        posts.stream().flatMap(post -> post.caption().stream()).toList(),
                        origin,
                        observedAt)
                .text();
    }

    /** The views of each video of which they are known. */
    public double[] views() {
        return posts.stream()
                .filter(post -> post.views().isPresent())
                .mapToDouble(post -> post.views().getAsLong())
                .toArray();
    }

    /** Likes, comments and shares by views of each video that was viewed. */
    public double[] engagementRates() {
        return posts.stream()
                .filter(post ->
                        post.views().orElse(0) > 0 && post.interactions().isPresent())
                .mapToDouble(post ->
                        (double) post.interactions().getAsLong() / post.views().getAsLong())
                .toArray();
    }

    /** The median of the views of its videos. */
    public OptionalDouble medianViews() {
        return median(views());
    }

    /** The median of the engagement rates of its videos. */
    public OptionalDouble engagement() {
        return median(engagementRates());
    }

    /** The same creator without the videos and the biography of which a text is refused. */
    Portrait without(Predicate<String> refused) {
        List<Post> others = posts.stream()
                .filter(post -> post.hashtags().stream().noneMatch(refused)
                        && post.caption().filter(refused).isEmpty())
                .toList();
        Profile kept = profile.biography().filter(refused).isEmpty()
                ? profile
                : new Profile(
                        profile.nickname(),
                        Optional.empty(),
                        profile.bioLink(),
                        profile.region(),
                        profile.language(),
                        profile.category(),
                        profile.verified());
        return new Portrait(creator, handle, kept, followers, others, origin, observedAt);
    }

    private static OptionalDouble median(double[] values) {
        return values.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Sample.of(values).median());
    }
}
