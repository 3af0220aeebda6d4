package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.Models;
import io.virality.application.port.Portraits;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Statement;
import io.virality.domain.model.ModelKind;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Ordering;
import io.virality.domain.recommendation.Recommendations;
import io.virality.domain.recommendation.Recommender;
import io.virality.domain.search.SearchText;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Recommends creators for a brief. */
public final class RecommendCreators {

    /** The most that can be recommended at once. */
    public static final int MOST = 100;

    /** So many of those that answer best to the brief's words are looked at closely. */
    private static final int CANDIDATES = 300;

    private final FindCandidates findCandidates;
    private final CreatorIndex index;
    private final Portraits portraits;
    private final Models models;
    private final Tiers tiers;

    @Inject
    RecommendCreators(
            FindCandidates findCandidates, CreatorIndex index, Portraits portraits, Models models, Tiers tiers) {
        this.findCandidates = findCandidates;
        this.index = index;
        this.portraits = portraits;
        this.models = models;
        this.tiers = tiers;
    }

    /**
     * The best first. Creators whose region, language or category is not known stay, behind those in a region that is asked
     * for. Creators that the brief's brand has dismissed are left out, and take no other's place.
     *
     * @param most at most so many
     * @throws Failure {@code INVALID_INPUT} if so many cannot be recommended; {@code IMPOSSIBLE_INPUT} if the brief names a tier
     *     that is not in force
     */
    public Recommendations recommend(Brief brief, int most) {
        if (most < 1 || most > MOST) {
            throw Failure.invalid("between 1 and " + MOST + " creators can be recommended, not " + most);
        }
        FindCandidates.Found found = findCandidates.find(brief, CANDIDATES);
        Recommendations best = new Recommender(
                        brief, tiers, Ordering.of(brief, models.newest(ModelKind.RANKING)), new Kept(brief.searched()))
                .recommend(found.candidates(), most);
        List<String> notes = new ArrayList<>(found.notes());
        if (found.candidates().isEmpty()) {
            notes.add("No creator answers to the brief's words: use other words, or fewer limits.");
        } else if (best.recommended().isEmpty()) {
            notes.add("All creators that answer to the brief's words are left out by its limits: loosen one of them.");
        }
        notes.addAll(best.notes());
        return new Recommendations(
                brief,
                best.ordering(),
                Optional.empty(),
                best.recommended(),
                best.considered(),
                best.leftOut(),
                notes,
                best.origin(),
                best.asOf());
    }

    /** What is kept of those who are recommended. */
    private final class Kept implements Recommender.Evidence {

        private final SearchText searched;

        Kept(SearchText searched) {
            this.searched = searched;
        }

        @Override
        public List<String> words(long creator) {
            return index.found(searched, List.of(creator)).get(creator);
        }

        @Override
        public Statement statement(long creator) {
            return portraits.statement(creator);
        }
    }
}
