package io.virality.application.insight;

import io.virality.application.port.Dataset;
import io.virality.domain.insight.DatasetOverview;
import jakarta.inject.Inject;

/** Tells what is loaded. */
public final class DescribeDataset {

    private final Dataset dataset;

    @Inject
    DescribeDataset(Dataset dataset) {
        this.dataset = dataset;
    }

    /** How much there is, and how fresh. */
    public DatasetOverview describe() {
        return dataset.overview();
    }
}
