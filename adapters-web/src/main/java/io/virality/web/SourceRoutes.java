package io.virality.web;

import io.virality.application.port.Sources;
import io.virality.domain.ingest.ConfiguredSource;
import jakarta.inject.Inject;
import java.util.List;

/** The sources that are configured. */
final class SourceRoutes implements Routes {

    private final Sources sources;

    record SourcesView(List<ConfiguredSourceView> sources) {}

    record ConfiguredSourceView(String name, String type, String origin) {

        static ConfiguredSourceView of(ConfiguredSource source) {
            return new ConfiguredSourceView(source.name(), source.type(), source.origin());
        }
    }

    @Inject
    SourceRoutes(Sources sources) {
        this.sources = sources;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/sources",
                "The sources that can be imported from by name",
                List.of(),
                SourcesView.class,
                query -> new SourcesView(sources.configured().stream()
                        .map(ConfiguredSourceView::of)
                        .toList())));
    }
}
