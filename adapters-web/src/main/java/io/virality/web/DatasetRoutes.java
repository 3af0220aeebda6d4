package io.virality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.virality.application.insight.DescribeDataset;
import io.virality.domain.creator.Origin;
import io.virality.domain.insight.DatasetOverview;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is loaded. */
final class DatasetRoutes implements Routes {

    private final DescribeDataset describeDataset;

    record DatasetView(
            long creators,
            long snapshots,
            long videos,
            @JsonInclude(JsonInclude.Include.ALWAYS) Optional<Instant> asOf,
            Origin data) {

        static DatasetView of(DatasetOverview overview) {
            return new DatasetView(
                    overview.creators(), overview.snapshots(), overview.videos(), overview.asOf(), overview.origin());
        }
    }

    @Inject
    DatasetRoutes(DescribeDataset describeDataset) {
        this.describeDataset = describeDataset;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get(
                "/api/v1/dataset",
                "How much is loaded, and how fresh it is",
                List.of(),
                DatasetView.class,
                query -> DatasetView.of(describeDataset.describe())));
    }
}
