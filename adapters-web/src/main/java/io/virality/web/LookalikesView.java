package io.virality.web;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Origin;
import io.virality.domain.search.Lookalikes;
import io.virality.domain.search.Lookalikes.Likeness;
import io.virality.domain.search.Lookalikes.Lookalike;
import io.virality.domain.search.Lookalikes.Trait;
import io.virality.domain.search.ReciprocalRanks;
import io.virality.domain.segment.Behaviour;
import io.virality.web.JsonDocuments.StatementView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Creators that are like {@code handle}: {@code n} tells with how many others it was compared, {@code compared} what
 * behaviour means.
 */
record LookalikesView(
        Optional<String> handle,
        List<LookalikeView> lookalikes,
        String score,
        ComparedCreatorsView n,
        List<ComparedBehaviourView> compared,
        Optional<Instant> asOf,
        StatementView sql,
        Origin data,
        List<String> notes) {

    /** Others of whom it is known what they say, and how they behave. */
    record ComparedCreatorsView(long byMeaning, long byBehaviour) {}

    record ComparedBehaviourView(String name, String definition) {}

    /**
     * {@code cosine} between what both say; {@code distance} between how both behave, the root mean square of the differences
     * in robust standard deviations.
     */
    record LookalikeView(
            Optional<String> handle,
            OptionalLong followers,
            Optional<String> region,
            Instant observedAt,
            Origin data,
            double score,
            OptionalDouble cosine,
            OptionalLong rankByMeaning,
            OptionalDouble distance,
            OptionalLong rankByBehaviour,
            List<String> hashtags,
            List<LikeTraitView> alike,
            List<LikeTraitView> different) {

        static LookalikeView of(Lookalike like) {
            Creator creator = like.creator();
            return new LookalikeView(
                    creator.identity().handle().map(handle -> handle.name()),
                    creator.counts().followers(),
                    creator.profile().region(),
                    creator.provenance().observedAt(),
                    creator.provenance().origin(),
                    like.score(),
                    value(like.meaning()),
                    rank(like.meaning()),
                    value(like.behaviour()),
                    rank(like.behaviour()),
                    like.hashtags(),
                    like.alike().stream().map(LikeTraitView::of).toList(),
                    like.different().stream().map(LikeTraitView::of).toList());
        }

        private static OptionalDouble value(Optional<Likeness> likeness) {
            return likeness.isPresent() ? OptionalDouble.of(likeness.get().value()) : OptionalDouble.empty();
        }

        private static OptionalLong rank(Optional<Likeness> likeness) {
            return likeness.isPresent() ? OptionalLong.of(likeness.get().rank()) : OptionalLong.empty();
        }
    }

    /** {@code own} is the figure of whom it is like, {@code difference} in robust standard deviations. */
    record LikeTraitView(String name, double own, double other, double difference) {

        static LikeTraitView of(Trait trait) {
            return new LikeTraitView(trait.behaviour().column(), trait.own(), trait.other(), trait.difference());
        }
    }

    static LookalikesView of(Lookalikes lookalikes) {
        return new LookalikesView(
                lookalikes.of().identity().handle().map(handle -> handle.name()),
                lookalikes.all().stream().map(LookalikeView::of).toList(),
                "reciprocal-rank-fusion@1, k = " + ReciprocalRanks.K,
                new ComparedCreatorsView(lookalikes.byMeaning(), lookalikes.byBehaviour()),
                lookalikes.compared().stream()
                        .map((Behaviour behaviour) ->
                                new ComparedBehaviourView(behaviour.column(), behaviour.definition()))
                        .toList(),
                lookalikes.asOf(),
                StatementView.of(lookalikes.statement()),
                lookalikes.origin(),
                lookalikes.notes());
    }
}
