package io.virality.application.port;

import io.virality.domain.assignment.Assignment;
import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.category.Classification;
import io.virality.domain.creator.Disagreement;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Exposure;
import io.virality.domain.experiment.Holdout;
import io.virality.domain.experiment.Line;
import io.virality.domain.experiment.Outcome;
import io.virality.domain.experiment.Outlook;
import io.virality.domain.experiment.Receipt;
import io.virality.domain.experiment.Results;
import io.virality.domain.experiment.Standing;
import io.virality.domain.experiment.Summary;
import io.virality.domain.finding.Finding;
import io.virality.domain.forecast.Forecast;
import io.virality.domain.forecast.GrowthDrivers;
import io.virality.domain.forecast.Metric;
import io.virality.domain.forecast.Report;
import io.virality.domain.ingest.ImportSummary;
import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.insight.Insight;
import io.virality.domain.insight.Statement;
import io.virality.domain.insight.Theme;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.model.ModelCard;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Terms;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.RankingEvaluation;
import io.virality.domain.recommendation.Recommendations;
import io.virality.domain.response.ResponseStudy;
import io.virality.domain.response.StoredResponse;
import io.virality.domain.search.Lookalikes;
import io.virality.domain.search.SearchResult;
import io.virality.domain.segment.Segmentation;
import io.virality.domain.simulation.ErrorRates;
import io.virality.domain.virality.ViralityOutlook;
import java.io.InputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Answers as JSON documents, and a few that are read: the command line and the API speak the same. */
public interface Documents {

    /** An answered insight. */
    String insight(Insight insight);

    /** The catalogue. */
    String catalogue(List<Theme> themes);

    /** What the data says of claims. */
    String findings(List<Finding> findings);

    /** What an experiment says. */
    String analysis(Analysis analysis);

    /**
     * The same as one HTML file that holds all it needs, and no script.
     *
     * @param notes what there is to say besides
     */
    String analysisPage(Analysis analysis, List<String> notes);

    /** How often engines err in simulated experiments. */
    String errorRates(ErrorRates rates);

    /**
     * How series go on, written piece by piece: thousands of series are no text that one would hold.
     *
     * @throws java.io.UncheckedIOException if it cannot be written
     */
    void forecasts(List<Forecast> forecasts, Writer to);

    /** How a creator's counts go on. */
    String forecast(Forecast forecast, Metric metric, Origin origin);

    /** What methods of forecasting were worth. */
    String backtests(List<Report> reports);

    /** What an import did. */
    String importSummary(ImportSummary summary);

    /** What sources say differently, and the statement that found it. */
    String disagreements(Page<Disagreement> page, Statement statement);

    /** A rejected row, on one line. */
    String rejectedRow(QuarantinedRow row);

    /** Experiments, with all that was done to them, and how they stand. */
    String experiments(List<Standing> experiments);

    /** One experiment, with all that was done to it. */
    String experiment(Experiment experiment);

    /** What units get of an experiment; without a state, of a design that is only tried. */
    String assignments(String experiment, Optional<Experiment.State> state, List<Assignment> assignments);

    /** What a stored experiment says. */
    String results(Results results);

    /** The same as one HTML file that holds all it needs, and no script. */
    String resultsPage(Results results);

    /** What is to be expected of an experiment. */
    String outlook(Outlook outlook);

    /** Trained models, with all that speaks for them. */
    String models(List<ModelCard> cards);

    /** How probably a video goes viral. */
    String virality(ViralityOutlook outlook);

    /** One trained model. */
    String model(ModelCard card);

    /**
     * What goes with growth, or what is missing to tell.
     *
     * @param missing in words; not looked at where there are drivers
     */
    String drivers(Optional<GrowthDrivers> drivers, String missing);

    /** Creators that are like one of them. */
    String lookalikes(Lookalikes lookalikes);

    /** Creators that were searched, and why they were found. */
    String search(SearchResult result);

    /** What came of predicting categories. */
    String classification(Classification classification);

    /**
     * The terms of a portfolio, as a file writes them.
     *
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if it is no such document, {@code IMPOSSIBLE_INPUT} if
     *     no portfolio can be like that
     */
    Terms terms(String document);

    /** The best set of creators, and what explains it. */
    String portfolio(Proposal proposal);

    /** Segments, or why there are none. */
    String segments(Segmentation segmentation);

    /** Creators for a brief. */
    String recommendations(Recommendations recommendations);

    /** How far a brand has come with creators. */
    String feedback(Brand brand, List<Feedback> feedback);

    /** What rankers of creators were worth. */
    String rankers(RankingEvaluation evaluation);

    /** Which orders are attributed to whom. */
    String attribution(AttributedSales sales);

    /**
     * What was done to some regions, beside untouched ones.
     *
     * @param drawn whether chance chose the regions
     * @param simulated whether the figures are invented
     */
    String holdout(Holdout holdout, boolean drawn, boolean simulated);

    /**
     * How sales respond to spending.
     *
     * @param simulated whether the figures are invented
     */
    String response(ResponseStudy study, boolean simulated);

    /** How what is stored of sales responds to spending. */
    String response(StoredResponse response);

    /**
     * What spending cost and brought.
     *
     * @param mediaPrice what 1,000 views would cost; empty to leave out earned media value
     */
    String efficiency(Efficiency efficiency, Optional<BigDecimal> mediaPrice);

    /**
     * What a brand is looking for, as a file writes it.
     *
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if it is no such document, {@code IMPOSSIBLE_INPUT} if
     *     nobody can look for that
     */
    Brief brief(String document);

    /**
     * A design, as a file writes it.
     *
     * @throws io.virality.application.Failure {@code INVALID_INPUT} if it is no such document, {@code IMPOSSIBLE_INPUT} if no
     *     experiment can be like that
     */
    Design design(String document);

    /**
     * Exposures, one a line, read as they are asked for. A line that cannot be read is a {@code Failure} that names it.
     */
    Iterator<Line<Exposure>> exposures(InputStream lines);

    /** Outcomes, likewise. */
    Iterator<Line<Outcome>> outcomes(InputStream lines);

    /** Summaries, likewise. */
    Iterator<Line<Summary>> summaries(InputStream lines);

    /** What was taken in. */
    String receipt(Receipt receipt);

    /** How a source would be read. */
    String preview(Preview preview);
}
