package io.virality.web;

import io.virality.application.Failure;
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
import io.virality.application.port.Experiments;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.creator.Origin;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Experiment;
import io.virality.domain.experiment.Receipt;
import io.virality.domain.experiment.Results;
import io.virality.web.ExperimentViews.AssignmentsView;
import io.virality.web.ExperimentViews.DescribedView;
import io.virality.web.ExperimentViews.ExperimentView;
import io.virality.web.ExperimentViews.ExperimentsView;
import io.virality.web.ExperimentViews.OutlookView;
import io.virality.web.ExperimentViews.ReceiptView;
import io.virality.web.Operation.Begun;
import io.virality.web.Operation.PageFile;
import io.virality.web.ToldViews.ExposureView;
import io.virality.web.ToldViews.OutcomeView;
import io.virality.web.ToldViews.SummaryView;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Stored experiments: their designs, whom they deal what, what was told of them, and what it says. */
final class ExperimentRoutes implements Routes {

    private static final String PATH = "/api/v1/experiments";
    private static final String ONE = PATH + "/{experiment}";
    private static final String JSON = "application/json";
    private static final String LINES = "application/x-ndjson";
    private static final int MOST_UNITS = 10_000;
    private static final Parameter KEY = Parameter.inPath("experiment", "its key");
    private static final Parameter BY =
            Parameter.text("by", "who does it; kept with the change").usually("api");
    private static final List<Parameter> WISHES = List.of(
            KEY,
            Parameter.oneOf(
                    Engine.names(), "engine", "instead of the design's; while it runs, that is an always-valid one"),
            Parameter.text("segment", "an attribute told with exposures, to look at its values: exploratory"));

    private final Experiments experiments;
    private final DraftExperiment draft;
    private final ChangeExperiment change;
    private final StartExperiment start;
    private final StopExperiment stop;
    private final ArchiveExperiment archive;
    private final AssignUnits assign;
    private final RecordExposures exposures;
    private final RecordOutcomes outcomes;
    private final RecordSummaries summaries;
    private final JudgeExperiment judge;
    private final PlanExperiment plan;
    private final SurveyExperiments survey;
    private final long largestBody;

    /** A unit is a text, or an object of its attributes. */
    record UnitsToAssignView(List<Object> units) {}

    @Inject
    ExperimentRoutes(
            Experiments experiments,
            DraftExperiment draft,
            ChangeExperiment change,
            StartExperiment start,
            StopExperiment stop,
            ArchiveExperiment archive,
            AssignUnits assign,
            RecordExposures exposures,
            RecordOutcomes outcomes,
            RecordSummaries summaries,
            JudgeExperiment judge,
            PlanExperiment plan,
            SurveyExperiments survey,
            @Named(ImportRoutes.LARGEST_UPLOAD) long largestBody) {
        this.experiments = experiments;
        this.draft = draft;
        this.change = change;
        this.start = start;
        this.stop = stop;
        this.archive = archive;
        this.assign = assign;
        this.exposures = exposures;
        this.outcomes = outcomes;
        this.summaries = summaries;
        this.judge = judge;
        this.plan = plan;
        this.survey = survey;
        this.largestBody = largestBody;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        PATH,
                        "All experiments, by key, and how they stand",
                        List.of(),
                        ExperimentsView.class,
                        query -> ExperimentsView.of(survey.survey())),
                Operation.create(
                        PATH,
                        "Writes a new experiment down: a draft",
                        List.of(
                                BY,
                                Parameter.oneOf(
                                                List.of("real", "simulated"),
                                                "data",
                                                "whether its units exist in the world or in a simulation")
                                        .usually("real")),
                        Map.of(JSON, DesignView.class),
                        ExperimentView.class,
                        this::create),
                Operation.post(
                        PATH + "/power",
                        "How many units an experiment needs, how long it runs, or what it can find",
                        List.of(),
                        Map.of(JSON, SizingView.class),
                        OutlookView.class,
                        (query, body) -> OutlookView.of(
                                plan.plan(body.json(SizingView.class).request()))),
                Operation.get(
                        ONE,
                        "One experiment, with all that was done to it, and how many units were exposed",
                        List.of(KEY),
                        DescribedView.class,
                        this::describe),
                Operation.put(
                        ONE,
                        "Gives an experiment another design. After its start each change is kept and shown",
                        List.of(KEY, BY),
                        Map.of(JSON, DesignView.class),
                        ExperimentView.class,
                        this::replace),
                Operation.post(
                        ONE + "/start",
                        "Lets a draft begin",
                        List.of(KEY, BY),
                        Map.of(),
                        ExperimentView.class,
                        (query, body) -> ExperimentView.of(start.start(query.path("experiment"), by(query)))),
                Operation.post(
                        ONE + "/stop",
                        "Ends a running experiment",
                        List.of(KEY, BY, Parameter.text("reason", "why")),
                        Map.of(),
                        ExperimentView.class,
                        (query, body) -> ExperimentView.of(stop.stop(
                                query.path("experiment"), query.text("reason").orElse(""), by(query)))),
                Operation.post(
                        ONE + "/archive",
                        "Puts a draft or an ended experiment away",
                        List.of(KEY, BY),
                        Map.of(),
                        ExperimentView.class,
                        (query, body) -> ExperimentView.of(archive.archive(query.path("experiment"), by(query)))),
                Operation.post(
                        ONE + "/assignments",
                        "What units get: each a text, or an object of its attributes",
                        List.of(KEY),
                        Map.of(JSON, UnitsToAssignView.class),
                        AssignmentsView.class,
                        this::assign),
                Operation.post(
                        ONE + "/exposures",
                        "Which units met which variations, one a line. All lines are kept, or none",
                        List.of(KEY),
                        Map.of(LINES, ExposureView.class),
                        ReceiptView.class,
                        receiving((key, body) ->
                                exposures.record(key, lines(body, ExposureView.class, ExposureView::exposure)))),
                Operation.post(
                        ONE + "/outcomes",
                        "What happened with units, one a line. All lines are kept, or none; known ones are corrected",
                        List.of(KEY),
                        Map.of(LINES, OutcomeView.class),
                        ReceiptView.class,
                        receiving((key, body) ->
                                outcomes.record(key, lines(body, OutcomeView.class, OutcomeView::told)))),
                Operation.post(
                        ONE + "/summaries",
                        "Units that somebody else has counted, by metric, variation and time, one summary a line",
                        List.of(KEY),
                        Map.of(LINES, SummaryView.class),
                        ReceiptView.class,
                        receiving((key, body) ->
                                summaries.record(key, lines(body, SummaryView.class, SummaryView::summary)))),
                Operation.get(
                        ONE + "/results",
                        "What an experiment says so far: figures, health, decision, and the SQL that counted",
                        WISHES,
                        ResultsView.class,
                        this::results),
                Operation.page(
                        ONE + "/results.html",
                        "The same as one file that holds all it needs, to be kept or sent",
                        WISHES,
                        this::page));
    }

    private Begun<ExperimentView> create(Query query, RequestBody body) {
        Design design = body.json(DesignView.class).design();
        Origin origin = query.text("data")
                .map(text -> choice("data", text, List.of(Origin.REAL, Origin.SIMULATED)))
                .orElse(Origin.REAL);
        Experiment created = draft.draft(design, origin, by(query));
        return new Begun<>(PATH + "/" + created.key(), ExperimentView.of(created));
    }

    private DescribedView describe(Query query) {
        Experiment experiment = find(query);
        return new DescribedView(
                ExperimentView.of(experiment),
                experiments.attendance(experiment, Optional.empty()).total());
    }

    private Experiment find(Query query) {
        String key = query.path("experiment");
        return experiments.find(key).orElseThrow(() -> Failure.notFound("there is no experiment '" + key + "'"));
    }

    private ExperimentView replace(Query query, RequestBody body) {
        return ExperimentView.of(change.change(
                query.path("experiment"), body.json(DesignView.class).design(), by(query)));
    }

    private AssignmentsView assign(Query query, RequestBody body) {
        Experiment experiment = find(query);
        List<Object> units =
                Optional.ofNullable(body.json(UnitsToAssignView.class).units()).orElse(List.of());
        if (units.isEmpty() || units.size() > MOST_UNITS) {
            throw Failure.invalid("'units' lists 1 to " + MOST_UNITS + " units, not " + units.size());
        }
        String attribute = experiment.design().targeting().attribute();
        List<Fields> known = units.stream()
                .map(unit -> unit instanceof Map<?, ?> attributes
                        ? PlainValues.fields(attributes)
                        : new Fields(List.of(new Field(attribute, new Attribute.Text(String.valueOf(unit))))))
                .toList();
        return AssignmentsView.of(
                experiment.key(), Optional.of(experiment.state()), assign.assign(experiment.key(), known));
    }

    private static BiFunction<Query, RequestBody, ReceiptView> receiving(
            BiFunction<String, RequestBody, Receipt> record) {
        return (query, body) -> ReceiptView.of(record.apply(query.path("experiment"), body));
    }

    private <V, T> Ndjson<V, T> lines(RequestBody body, Class<V> view, Function<V, T> reading) {
        if (body.length().orElse(0) > largestBody) {
            throw Ndjson.tooLarge(largestBody);
        }
        return new Ndjson<>(body.content(), largestBody, view, reading);
    }

    private ResultsView results(Query query) {
        return ResultsView.of(judged(query));
    }

    private PageFile page(Query query) {
        Results results = judged(query);
        return new PageFile(results.experiment().key() + ".html", AnalysisPage.of(results));
    }

    private Results judged(Query query) {
        return judge.judge(new JudgeExperiment.Request(
                query.path("experiment"), query.text("engine").map(ExperimentRoutes::engine), query.text("segment")));
    }

    private static Engine engine(String text) {
        return Engine.named(text)
                .orElseThrow(() -> Failure.invalid(
                        "'engine' must be one of " + String.join(", ", Engine.names()) + ", not '" + text + "'"));
    }

    private static <E extends Enum<E>> E choice(String name, String text, List<E> choices) {
        return choices.stream()
                .filter(choice -> Json.id(choice).equals(text))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("'" + name + "' must be one of "
                        + String.join(", ", choices.stream().map(Json::id).toList()) + ", not '" + text + "'"));
    }

    private static String by(Query query) {
        return query.text("by").orElse("api");
    }
}
