package io.virality.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Stage;
import io.virality.application.creator.DescribeCreator;
import io.virality.application.creator.FindCreators;
import io.virality.application.creator.FindDisagreements;
import io.virality.application.experiment.ArchiveExperiment;
import io.virality.application.experiment.AssignUnits;
import io.virality.application.experiment.ChangeExperiment;
import io.virality.application.experiment.DraftExperiment;
import io.virality.application.experiment.JudgeExperiment;
import io.virality.application.experiment.PlanExperiment;
import io.virality.application.experiment.RecordExposures;
import io.virality.application.experiment.RecordOutcomes;
import io.virality.application.experiment.RecordSummaries;
import io.virality.application.experiment.StartExperiment;
import io.virality.application.experiment.StopExperiment;
import io.virality.application.experiment.SurveyExperiments;
import io.virality.application.forecast.DescribeDrivers;
import io.virality.application.forecast.ForecastGrowth;
import io.virality.application.ingest.ImportSource;
import io.virality.application.ingest.RestoreExperiments;
import io.virality.application.ingest.ReviewQuarantine;
import io.virality.application.ingest.StartImport;
import io.virality.application.insight.AnswerInsight;
import io.virality.application.insight.DescribeDataset;
import io.virality.application.insight.TestClaims;
import io.virality.application.marketplace.AttributeStoredSales;
import io.virality.application.marketplace.MeasureEfficiency;
import io.virality.application.marketplace.StudyStoredResponse;
import io.virality.application.model.DescribeModels;
import io.virality.application.port.CategoryPredictions;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.CreatorSegmenter;
import io.virality.application.port.CreatorTexts;
import io.virality.application.port.Creators;
import io.virality.application.port.Dataset;
import io.virality.application.port.Disagreements;
import io.virality.application.port.Earnings;
import io.virality.application.port.Experiments;
import io.virality.application.port.Facts;
import io.virality.application.port.FeedbackLog;
import io.virality.application.port.Histories;
import io.virality.application.port.ImportLog;
import io.virality.application.port.InMemoryCreatorSegmenter;
import io.virality.application.port.InMemoryPortfolioSolver;
import io.virality.application.port.InMemoryTextEmbedder;
import io.virality.application.port.InMemoryVideoClassifier;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.Models;
import io.virality.application.port.PortfolioSolver;
import io.virality.application.port.Portraits;
import io.virality.application.port.Purchases;
import io.virality.application.port.Quarantine;
import io.virality.application.port.Snapshots;
import io.virality.application.port.Sources;
import io.virality.application.port.Spending;
import io.virality.application.port.TextEmbedder;
import io.virality.application.port.Transactions;
import io.virality.application.port.VideoClassifier;
import io.virality.application.port.Videos;
import io.virality.application.portfolio.BuildPortfolio;
import io.virality.application.recommendation.FindCandidates;
import io.virality.application.recommendation.RecommendCreators;
import io.virality.application.recommendation.RecordFeedback;
import io.virality.application.recommendation.ReviewFeedback;
import io.virality.application.search.FindLookalikes;
import io.virality.application.search.RankCreators;
import io.virality.application.search.SearchCreators;
import io.virality.application.segment.DescribeSegments;
import io.virality.application.segment.SegmentCreators;
import io.virality.application.virality.LearnVirality;
import io.virality.application.virality.PredictVirality;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.Catalogue;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The real server over the real use cases, at a free port, with the strict injector of the application. */
final class RunningServer implements BeforeEachCallback, AfterEachCallback {

    /** How many bytes a file may have here. */
    static final int LARGEST_UPLOAD = 200_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String host;
    private StubbedPorts ports;
    private WebServer server;

    RunningServer() {
        this("127.0.0.1");
    }

    RunningServer(String host) {
        this.host = host;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        ports = new StubbedPorts();
        server = injector(ports).getInstance(WebServer.class);
        server.start(host, 0);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.stop();
    }

    static Injector injector(StubbedPorts ports) {
        return Guice.createInjector(Stage.PRODUCTION, new AbstractModule() {
            @Override
            protected void configure() {
                binder().requireExplicitBindings();
                binder().requireAtInjectOnConstructors();
                binder().requireExactBindingAnnotations();
                binder().disableCircularProxies();
                bind(Creators.class).toInstance(ports);
                bind(Snapshots.class).toInstance(ports);
                bind(Dataset.class).toInstance(ports);
                bind(Histories.class).toInstance(ports.stored().histories());
                bind(DescribeDrivers.class);
                bind(ForecastGrowth.class);
                bind(InsightQueries.class).toInstance(ports);
                bind(Sources.class).toInstance(ports.sources());
                bind(Transactions.class).toInstance(ports.stored().transactions());
                bind(Facts.class).toInstance(ports.stored().facts());
                bind(Videos.class).toInstance(ports.stored().videos());
                bind(ImportLog.class).toInstance(ports.stored().importLog());
                bind(Quarantine.class).toInstance(ports.stored().quarantine());
                bind(Clock.class).toInstance(Clock.fixed(StubbedPorts.NOON, ZoneOffset.UTC));
                bind(Tiers.class).toInstance(Tiers.STANDARD);
                bind(Catalogue.class).toInstance(new Catalogue(Tiers.STANDARD));
                bind(FindCreators.class);
                bind(Disagreements.class).toInstance(ports.stored().disagreements());
                bind(FindDisagreements.class);
                bind(DescribeCreator.class);
                bind(AnswerInsight.class);
                bind(TestClaims.class);
                bind(DescribeDataset.class);
                bind(ImportSource.class);
                bind(RestoreExperiments.class);
                bind(StartImport.class);
                bind(ReviewQuarantine.class);
                bind(Experiments.class).toInstance(ports.stored().experiments());
                bind(CategoryPredictions.class).toInstance(ports.stored().categoryPredictions());
                bind(Purchases.class).toInstance(ports.stored().purchases());
                bind(Spending.class).toInstance(ports.stored().spending());
                bind(AttributeStoredSales.class);
                bind(MeasureEfficiency.class);
                bind(StudyStoredResponse.class);
                bind(Models.class).toInstance(ports.stored().models());
                bind(DescribeModels.class);
                bind(CreatorSegmenter.class).toInstance(new InMemoryCreatorSegmenter());
                bind(PortfolioSolver.class).toInstance(new InMemoryPortfolioSolver());
                bind(BuildPortfolio.class);
                bind(CreatorIndex.class).toInstance(ports.stored().creatorIndex());
                bind(TextEmbedder.class).toInstance(new InMemoryTextEmbedder());
                bind(Portraits.class).toInstance(ports.stored().portraits());
                bind(CreatorTexts.class).toInstance(ports.stored().creatorTexts());
                bind(FindLookalikes.class);
                bind(RankCreators.class);
                bind(FeedbackLog.class).toInstance(ports.stored().feedbackLog());
                bind(Earnings.class).toInstance(ports.stored().earnings());
                bind(FindCandidates.class);
                bind(RecommendCreators.class);
                bind(RecordFeedback.class);
                bind(ReviewFeedback.class);
                bind(SearchCreators.class);
                bind(DescribeSegments.class);
                bind(SegmentCreators.class);
                bind(VideoClassifier.class).toInstance(new InMemoryVideoClassifier());
                bind(LearnVirality.class);
                bind(PredictVirality.class);
                bind(ArchiveExperiment.class);
                bind(AssignUnits.class);
                bind(ChangeExperiment.class);
                bind(DraftExperiment.class);
                bind(JudgeExperiment.class);
                bind(PlanExperiment.class);
                bind(SurveyExperiments.class);
                bind(RecordExposures.class);
                bind(RecordOutcomes.class);
                bind(RecordSummaries.class);
                bind(StartExperiment.class);
                bind(StopExperiment.class);
                install(new WebModule(LARGEST_UPLOAD));
            }
        });
    }

    /** Stops it before the test's end. */
    void stop() {
        server.stop();
    }

    StubbedPorts ports() {
        return ports;
    }

    int port() {
        return server.port();
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) {
        return send("GET", pathAndQuery, headers);
    }

    HttpResponse<String> post(String pathAndQuery, BodyPublisher sent, String... headers) {
        return send("POST", pathAndQuery, sent, BodyHandlers.ofString(), headers);
    }

    HttpResponse<String> sendBody(String method, String pathAndQuery, String body, String mediaType) {
        return send(
                method,
                pathAndQuery,
                BodyPublishers.ofString(body),
                BodyHandlers.ofString(),
                "Content-Type",
                mediaType);
    }

    HttpResponse<String> send(String method, String pathAndQuery, String... headers) {
        return send(method, pathAndQuery, BodyHandlers.ofString(), headers);
    }

    <T> HttpResponse<T> send(String method, String pathAndQuery, HttpResponse.BodyHandler<T> body, String... headers) {
        return send(method, pathAndQuery, BodyPublishers.noBody(), body, headers);
    }

    private <T> HttpResponse<T> send(
            String method,
            String pathAndQuery,
            BodyPublisher sent,
            HttpResponse.BodyHandler<T> body,
            String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.port() + pathAndQuery))
                .method(method, sent);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), body);
        } catch (IOException e) {
            throw new AssertionError("no answer to " + method + " " + pathAndQuery, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    /** The document at an address that must answer 200. */
    JsonNode json(String pathAndQuery) {
        HttpResponse<String> answer = get(pathAndQuery);
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return parse(answer.body());
    }

    /** Sends bytes that no client library would, and gives all that comes back. The request must ask to close. */
    String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }
}
