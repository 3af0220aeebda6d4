package io.virality.application.port;

import io.virality.domain.experiment.Attendance;
import io.virality.domain.experiment.Breakdown;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Measured;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.RegisteredMetric;
import io.virality.domain.experiment.Summary;
import io.virality.domain.experiment.Units;
import io.virality.domain.experiment.Watermark;
import io.virality.domain.ingest.Tally;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Experiments, who met which variation, what came of it, and what that adds up to. */
public interface Experiments {

    /** All of them, by key. */
    List<Experiment> all();

    /** One, if there is such a one. */
    Optional<Experiment> find(String key);

    /** Keeps an experiment as it is now, in place of what was known of it. */
    void save(Experiment experiment);

    /**
     * Begins to take in what is told of an experiment. All rows of a delivery carry its number, so that what comes late is
     * seen however old it is.
     */
    long receive(Experiment experiment, Instant at);

    /**
     * Keeps exposures: of each unit the earliest, and whether it was seen in several variations.
     *
     * @param delivery as {@link #receive} gave it
     * @return which were new, which made a difference, which made none
     */
    Tally recordExposures(Experiment experiment, long delivery, List<Exposure> exposures);

    /** Keeps outcomes; one that is known is corrected. */
    Tally recordOutcomes(Experiment experiment, long delivery, List<Outcome> outcomes);

    /** Keeps summaries; one that is known is corrected. */
    Tally recordSummaries(Experiment experiment, long delivery, List<Summary> summaries);

    /** Up to what deliveries have told. */
    Watermark watermark(Experiment experiment);

    /** The variations, by unit, that some units were first exposed to; those never exposed are left out. */
    Map<String, String> exposedTo(Experiment experiment, Collection<String> units);

    /** The first exposure of each unit, by the units' names; all are held in memory. */
    List<Exposure> exposures(Experiment experiment);

    /**
     * How many units were exposed; if the experiment is told in summaries, how many its primary metric counts.
     *
     * @param since only units whose first exposure came then or later, or whose summary begins then or later
     */
    Attendance attendance(Experiment experiment, Optional<Instant> since);

    /**
     * A metric by arm and group; of summaries, if the experiment is told in them.
     *
     * @param told up to when it is known what happened; units whose window is open then are left out
     */
    Measured measure(Experiment experiment, RegisteredMetric metric, Breakdown breakdown, Instant told);

    /**
     * Shows the units of which {@link #measure} tells the statistics, batch by batch, in any order: their variations by the
     * place in the design, the variables of one metric, not capped, and each a cluster of its own. Of summaries there are
     * none.
     */
    void eachUnit(Experiment experiment, RegisteredMetric metric, Instant told, Consumer<Units> shown);

    /** Where metrics are cut for good, by their key. */
    Map<String, Cap> caps(Experiment experiment);

    /** Cuts a metric there for good, unless it is cut somewhere already. */
    void fixCap(Experiment experiment, RegisteredMetric metric, Cap cap, Instant at);

    /** A metric that is measured otherwise now is not cut there any more. */
    void releaseCap(Experiment experiment, RegisteredMetric metric);
}
