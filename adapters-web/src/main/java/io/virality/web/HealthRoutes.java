package io.virality.web;

import jakarta.inject.Inject;
import java.util.List;

/** Whether the server answers. */
final class HealthRoutes implements Routes {

    record HealthView(String status) {}

    @Inject
    HealthRoutes() {}

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/health", "Whether the server answers", List.of(), HealthView.class, query -> new HealthView("up")));
    }
}
