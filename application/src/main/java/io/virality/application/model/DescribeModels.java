package io.virality.application.model;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Models;
import io.virality.domain.model.ModelCard;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells what trained models there are and what speaks for them. */
public final class DescribeModels {

    private final Models models;

    @Inject
    DescribeModels(Models models) {
        this.models = models;
    }

    /**
     * Their cards, the newest first.
     *
     * @param id one model; empty for all of them
     * @throws Failure {@code NOT_FOUND} if there is no such model
     */
    public List<ModelCard> describe(Optional<String> id) {
        if (id.isEmpty()) {
            return models.all();
        }
        return List.of(models.find(id.get()).orElseThrow(() -> unknown(id.get())));
    }

    private Failure unknown(String id) {
        List<String> known = models.all().stream().map(ModelCard::id).toList();
        return Failure.notFound(
                known.isEmpty()
                        ? "no model '" + id + "': none is trained yet"
                        : Suggestion.unknown("model", id, known));
    }
}
