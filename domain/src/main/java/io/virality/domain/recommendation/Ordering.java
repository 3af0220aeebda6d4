package io.virality.domain.recommendation;

import io.virality.domain.model.ModelCard;
import java.util.Optional;

/**
 * What a list is ordered by, and why.
 *
 * @param by what it is ordered by
 * @param because who chose that, and what it rests on, in words
 */
public record Ordering(Order by, String because) {

    /** What the brief asks for; else what was found best on partnerships that took place; else the score. */
    public static Ordering of(Brief brief, Optional<ModelCard> evaluation) {
        if (brief.order().isPresent()) {
            return new Ordering(brief.order().get(), "The brief asks for it.");
        }
        if (evaluation.isEmpty()) {
            return new Ordering(
                    Order.SCORE,
                    "The weights are a judgement: no ranking was compared here with partnerships that took place, as"
                            + " 'virality evaluate recommendations' does.");
        }
        String verdict = RankingCard.verdict(evaluation.get());
        return RankingCard.chosen(evaluation.get())
                .map(order -> new Ordering(
                        order,
                        verdict
                                + " It was compared from brands' names alone; a brief says more. Ask for another order by"
                                + " \"order\"."))
                .orElseGet(() -> new Ordering(
                        Order.SCORE,
                        verdict + " It cannot order creators for a brief, so the score does: a judgement."));
    }
}
