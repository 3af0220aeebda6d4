package io.virality.domain.category;

import io.virality.domain.model.ModelCard;
import io.virality.domain.model.Standing;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of predicting categories.
 *
 * @param missing what is missing to train a model, in words; empty if there is one
 * @param card of the model; empty if there is too little to learn from
 * @param reliability how often the model is right where it says how sure it is
 * @param given how many creators were given each category; none if it was only evaluated
 * @param silent how many were given none, and why
 * @param creators how many were looked at to predict
 */
public record Classification(
        List<String> missing,
        Optional<ModelCard> card,
        List<CategoryEvaluation.Reliability> reliability,
        Map<Category, Long> given,
        Map<Silence, Long> silent,
        long creators) {

    /** Copies are kept. */
    public Classification {
        missing = List.copyOf(missing);
        reliability = List.copyOf(reliability);
        given = Map.copyOf(given);
        silent = Map.copyOf(silent);
    }

    /** Whether the model answers; else the keyword rules do. */
    public boolean modelAnswers() {
        return card.filter(Classification::answers).isPresent();
    }

    /** Whether a model with this card answers: only if it is better than its baseline. */
    public static boolean answers(ModelCard card) {
        return card.standing() == Standing.BETTER;
    }
}
