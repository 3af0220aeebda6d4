package io.virality.application.recommendation;

import io.virality.application.Failure;
import io.virality.application.port.CreatorIndex;
import io.virality.domain.creator.Tiers;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Recommendations;
import io.virality.domain.recommendation.Recommender;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Recommends creators for a brief. */
public final class RecommendCreators {

    /** The most that can be recommended at once. */
    public static final int MOST = 100;

    /** So many of those that answer best to the brief's words are looked at closely. */
    private static final int CANDIDATES = 300;

    private final FindCandidates findCandidates;
    private final CreatorIndex index;
    private final Tiers tiers;

    @Inject
    RecommendCreators(FindCandidates findCandidates, CreatorIndex index, Tiers tiers) {
        this.findCandidates = findCandidates;
        this.index = index;
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
        Recommendations best = new Recommender(brief, tiers, creator -> index.found(brief.searched(), List.of(creator))
                        .get(creator))
                .recommend(found.candidates(), most);
        List<String> notes = new ArrayList<>(found.notes());
        if (found.candidates().isEmpty()) {
            notes.add("No creator answers to the brief's words: use other words, or fewer limits.");
        } else if (best.recommended().isEmpty()) {
            notes.add("All creators that answer to the brief's words are left out by its limits: loosen one of them.");
        }
        notes.addAll(best.notes());
        return new Recommendations(
                brief, best.recommended(), best.considered(), best.leftOut(), notes, best.origin(), best.asOf());
    }
}
