package io.virality.application.search;

import io.virality.application.Failure;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.CreatorTexts;
import io.virality.application.port.Creators;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.TextEmbedder;
import io.virality.domain.category.CreatorText;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.Handle;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.CreatorBehaviour;
import io.virality.domain.search.Lookalikes;
import io.virality.domain.search.Lookalikes.Likeness;
import io.virality.domain.search.Lookalikes.Lookalike;
import io.virality.domain.search.Lookalikes.Near;
import io.virality.domain.search.Lookalikes.Trait;
import io.virality.domain.search.MeaningMatch;
import io.virality.domain.segment.Behaviours;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** Finds creators that are like one of them, and says in what they are alike and in what they differ. */
public final class FindLookalikes {

    /** The most that are told. */
    public static final int MOST = 100;

    private static final int DEEPEST = RankCreators.DEEPEST;
    private static final int MOST_HASHTAGS = 5;

    private final Creators creators;
    private final CreatorIndex index;
    private final CreatorTexts texts;
    private final InsightQueries queries;
    private final TextEmbedder embedder;

    @Inject
    FindLookalikes(
            Creators creators, CreatorIndex index, CreatorTexts texts, InsightQueries queries, TextEmbedder embedder) {
        this.creators = creators;
        this.index = index;
        this.texts = texts;
        this.queries = queries;
        this.embedder = embedder;
    }

    /**
     * The likest creators.
     *
     * @param limit how many, 1 to {@link #MOST}
     * @throws Failure {@code NOT_FOUND} if nobody has the handle; {@code INVALID_INPUT} if there cannot be so many
     */
    public Lookalikes find(Handle handle, int limit) {
        if (limit < 1 || limit > MOST) {
            throw Failure.invalid("the number of look-alikes must be from 1 to " + MOST + ", not " + limit);
        }
        Creator creator = creators.find(handle)
                .orElseThrow(() -> Failure.notFound("no creator @" + handle.name() + " on "
                        + handle.platform().id()));
        OptionalLong number = index.number(handle);
        List<String> notes = new ArrayList<>();
        Map<Handle, Likeness> meanings = byMeaning(number, notes);
        Behaviours behaviours =
                Behaviours.learnt(queries.gather(new CreatorBehaviour(RateDefinition.preferred(queries.available()))));
        OptionalInt own = own(behaviours, handle, notes);
        Map<Handle, Likeness> likeBehaviours = byBehaviour(behaviours, own, handle);

        Set<Handle> found = new HashSet<>(meanings.keySet());
        found.addAll(likeBehaviours.keySet());
        Comparator<Handle> likestFirst = Comparator.comparingDouble((Handle other) -> Lookalikes.score(
                        Optional.ofNullable(meanings.get(other)), Optional.ofNullable(likeBehaviours.get(other))))
                .reversed()
                .thenComparing(Handle::name);
        List<Lookalike> likest = found.stream()
                .sorted(likestFirst)
                .flatMap(other -> creators.find(other).stream())
                .limit(limit)
                .map(other -> lookalike(
                        other,
                        Optional.ofNullable(
                                meanings.get(other.identity().handle().orElseThrow())),
                        Optional.ofNullable(
                                likeBehaviours.get(other.identity().handle().orElseThrow())),
                        traits(behaviours, own, other),
                        hashtags(number, index.number(other.identity().handle().orElseThrow()))))
                .toList();
        return new Lookalikes(
                creator,
                likest,
                meanings.isEmpty() ? 0 : index.coverage(embedder.name()).meanings() - 1,
                likeBehaviours.isEmpty() ? 0 : behaviours.size() - 1,
                behaviours.compared(),
                behaviours.evidence().asOf(),
                behaviours.evidence().origin(),
                behaviours.evidence().statement(),
                notes);
    }

    private Map<Handle, Likeness> byMeaning(OptionalLong number, List<String> notes) {
        Map<Handle, Likeness> likenesses = new HashMap<>();
        Optional<float[]> meaning =
                number.isPresent() ? index.meaning(embedder.name(), number.getAsLong()) : Optional.empty();
        if (meaning.isEmpty()) {
            notes.add("What it says is not compared: it says too little, not in English, or was not read yet by"
                    + " 'virality index'.");
            return likenesses;
        }
        List<MeaningMatch> matches =
                index.byMeaning(embedder.name(), meaning.get(), Optional.empty(), DEEPEST + 1).stream()
                        .filter(match -> match.creator() != number.getAsLong())
                        .limit(DEEPEST)
                        .toList();
        Map<Long, Creator> known =
                creators.numbered(matches.stream().map(MeaningMatch::creator).toList());
        for (int i = 0; i < matches.size(); i++) {
            int rank = i + 1;
            double cosine = matches.get(i).cosine();
            Optional.ofNullable(known.get(matches.get(i).creator()))
                    .flatMap(creator -> creator.identity().handle())
                    .ifPresent(handle -> likenesses.put(handle, new Likeness(cosine, rank)));
        }
        return likenesses;
    }

    private static OptionalInt own(Behaviours behaviours, Handle handle, List<String> notes) {
        if (behaviours.size() < Lookalikes.FEWEST_CREATORS
                || behaviours.compared().isEmpty()) {
            notes.add("How it behaves is not compared: enough is known of " + behaviours.size()
                    + " creators, and it takes " + Lookalikes.FEWEST_CREATORS + ".");
            return OptionalInt.empty();
        }
        OptionalInt own = Lookalikes.place(behaviours, handle.name());
        if (own.isEmpty()) {
            notes.add("How it behaves is not compared: not all of "
                    + behaviours.compared().stream()
                            .map(behaviour -> behaviour.column())
                            .toList()
                    + " is known of it.");
        }
        return own;
    }

    private static Map<Handle, Likeness> byBehaviour(Behaviours behaviours, OptionalInt own, Handle of) {
        Map<Handle, Likeness> likenesses = new HashMap<>();
        if (own.isEmpty()) {
            return likenesses;
        }
        int rank = 0;
        for (Near near : Lookalikes.nearest(behaviours, own.getAsInt(), DEEPEST)) {
            rank++;
            if (!behaviours.handle(near.place()).isEmpty()) {
                Handle handle = new Handle(of.platform(), behaviours.handle(near.place()));
                likenesses.putIfAbsent(handle, new Likeness(near.distance(), rank));
            }
        }
        return likenesses;
    }

    private static List<Trait> traits(Behaviours behaviours, OptionalInt own, Creator other) {
        OptionalInt place = own.isEmpty()
                ? OptionalInt.empty()
                : Lookalikes.place(
                        behaviours, other.identity().handle().orElseThrow().name());
        return place.isEmpty() ? List.of() : Lookalikes.traits(behaviours, own.getAsInt(), place.getAsInt());
    }

    private static Lookalike lookalike(
            Creator creator,
            Optional<Likeness> meaning,
            Optional<Likeness> behaviour,
            List<Trait> traits,
            List<String> hashtags) {
        return new Lookalike(creator, Lookalikes.score(meaning, behaviour), meaning, behaviour, traits, hashtags);
    }

    private List<String> hashtags(OptionalLong one, OptionalLong other) {
        if (one.isEmpty() || other.isEmpty()) {
            return List.of();
        }
        List<String> others = topics(other.getAsLong());
        return topics(one.getAsLong()).stream()
                .filter(others::contains)
                .limit(MOST_HASHTAGS)
                .toList();
    }

    private List<String> topics(long creator) {
        return texts.page(creator - 1, 1).stream()
                .filter(text -> text.creator() == creator)
                .map(CreatorText::topics)
                .findFirst()
                .orElse(List.of());
    }
}
