package io.virality.application.port;

import io.virality.domain.insight.DatasetOverview;

/** What is loaded. */
public interface Dataset {

    /** How much there is, from where, and how fresh. */
    DatasetOverview overview();
}
