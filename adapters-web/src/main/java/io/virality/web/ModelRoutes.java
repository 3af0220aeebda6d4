package io.virality.web;

import io.virality.application.model.DescribeModels;
import io.virality.web.ModelViews.ModelView;
import io.virality.web.ModelViews.ModelsView;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** What trained models there are, and what speaks for each. */
final class ModelRoutes implements Routes {

    private final DescribeModels describeModels;

    @Inject
    ModelRoutes(DescribeModels describeModels) {
        this.describeModels = describeModels;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/v1/models",
                        "Every trained model with its data, settings and figures, the newest first",
                        List.of(),
                        ModelsView.class,
                        query -> ModelsView.of(describeModels.describe(Optional.empty()))),
                Operation.get(
                        "/api/v1/models/{model}",
                        "One trained model",
                        List.of(Parameter.inPath("model", "the id of a model")),
                        ModelView.class,
                        query -> ModelView.of(describeModels
                                .describe(Optional.of(query.path("model")))
                                .get(0))));
    }
}
