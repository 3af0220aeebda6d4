package io.virality.application.port;

import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Page;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.finding.Finding;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Theme;
import io.virality.domain.simulation.ErrorRates;
import java.util.List;

/** Answers as JSON documents: the command line and the API print the same. */
public interface Documents {

    /** An answered insight. */
    String insight(Insight insight);

    /** The catalogue. */
    String catalogue(List<Theme> themes);

    /** What the data says of claims. */
    String findings(List<Finding> findings);

    /** What an experiment says. */
    String analysis(Analysis analysis);

    /** How often engines err in simulated experiments. */
    String errorRates(ErrorRates rates);

    /** What an import did. */
    String importSummary(ImportSummary summary);

    /** What sources say differently, and the statement that found it. */
    String disagreements(Page<Disagreement> page, Statement statement);

    /** A rejected row, on one line. */
    String rejectedRow(QuarantinedRow row);

    /** How a source would be read. */
    String preview(Preview preview);
}
