package io.virality.domain.category;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a creator probably posts about; never what a source tells.
 *
 * @param creator the creator's number in the store
 * @param predictedAt when
 * @param model id of the model that said so; empty if keywords did
 * @param labels the categories, the surest first
 * @param silence why there are none; empty if there are
 */
public record CategoryPrediction(
        long creator, Instant predictedAt, Optional<String> model, List<Label> labels, Optional<Silence> silence) {

    /** @throws IllegalArgumentException if there are both labels and a reason for none, or neither */
    public CategoryPrediction {
        labels = List.copyOf(labels);
        if (labels.isEmpty() == silence.isEmpty()) {
            throw new IllegalArgumentException(labels + " and " + silence);
        }
    }

    /**
     * A category.
     *
     * @param category which
     * @param confidence the probability that a source would tell it; empty where nobody knows
     */
    public record Label(Category category, OptionalDouble confidence) {}

    /** Labels, or none as they are not sure enough. */
    public static CategoryPrediction of(long creator, Instant at, Optional<String> model, List<Label> labels) {
        return new CategoryPrediction(
                creator, at, model, labels, labels.isEmpty() ? Optional.of(Silence.UNSURE) : Optional.empty());
    }

    /** None, and why. */
    public static CategoryPrediction none(long creator, Instant at, Silence silence) {
        return new CategoryPrediction(creator, at, Optional.empty(), List.of(), Optional.of(silence));
    }
}
