package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.experiment.AnalyzeTable;
import io.virality.application.experiment.AnalyzeTable.Answer;
import io.virality.application.experiment.AnalyzeTable.Check;
import io.virality.application.experiment.AnalyzeTable.Measured;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.PosteriorEffect.Prior;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality experiment analyze}. */
@Command(
        name = "analyze",
        description = "Analyses an experiment whose units stand in a CSV file. Needs no database.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Each row is a unit, unless --sum-by-unit adds up the rows of each. The first metric is the primary one,",
            "unless --primary names others. With --summary each row tells successes and trials, and each trial is a",
            "unit. Several files are one variation each.",
            "",
            "Examples:",
            "  virality experiment analyze players.csv --unit userid --variation version --control gate_30 \\",
            "      --metric retention_7:proportion --metric sum_gamerounds:mean",
            "  virality experiment analyze shops.csv --unit shop --variation arm --control A --ratio sales/views \\",
            "      --cluster creator --segment tier --engine sequential --format json",
            "  virality experiment analyze --summary control=control.csv trial=experiment.csv --control control \\",
            "      --metric Enrollments/Clicks --metric Payments/Clicks",
            "  virality experiment analyze days.csv --summary --variation group --control control \\",
            "      --metric orders/visits --format html > report.html",
            "",
            "What the figures mean: docs/experiments.md"
        })
final class ExperimentAnalyzeCommand implements Callable<Integer> {

    /** How the analysis is printed. */
    enum Form {
        /** For terminals. */
        TABLE,
        /** One document, as the API gives it. */
        JSON,
        /** For wikis and merge requests. */
        MARKDOWN,
        /** One file that holds all it needs. */
        HTML
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "1..*",
            paramLabel = "[VARIATION=]FILE",
            description = "a CSV file with a header, packed with gzip or not; of several, each is one variation")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--unit",
            paramLabel = "COLUMN",
            description = "who was assigned; it is checked that none comes twice")
    private String unit;

    @Option(names = "--variation", paramLabel = "COLUMN", description = "which variation the unit is in")
    private String variation;

    @Option(names = "--control", paramLabel = "VALUE", required = true, description = "the variation to compare with")
    private String control;

    @Option(
            names = "--metric",
            paramLabel = "COLUMN:KIND",
            description = "what to compare: proportion, mean or count; with --summary SUCCESSES/TRIALS")
    private List<String> metrics = new ArrayList<>();

    @Option(names = "--ratio", paramLabel = "ABOVE/BELOW", description = "a ratio of two sums over the units")
    private List<String> ratios = new ArrayList<>();

    @Option(names = "--summary", description = "each row tells successes and trials, and each trial is a unit")
    private boolean summary;

    @Option(names = "--covariate", paramLabel = "COLUMN", description = "known before: takes variance off (CUPED)")
    private String covariate;

    @Option(names = "--cluster", paramLabel = "COLUMN", description = "what was assigned as a whole, such as a creator")
    private String cluster;

    @Option(names = "--segment", paramLabel = "COLUMN", description = "looks into parts of the units; exploratory")
    private List<String> segments = new ArrayList<>();

    @Option(names = "--day", paramLabel = "COLUMN", description = "when the unit came: looks whether the effect fades")
    private String day;

    @Option(names = "--engine", paramLabel = "ENGINE", description = "frequentist (default), sequential or bayesian")
    private Engine engine = Engine.FREQUENTIST;

    @Option(names = "--alpha", paramLabel = "RATE", description = "of false alarms (default: .05)")
    private double alpha = AnalysisPlan.USUAL_ALPHA;

    @Option(names = "--weights", paramLabel = "NAME=SHARE,…", description = "the planned split (default: equal)")
    private String weights;

    @Option(names = "--primary", paramLabel = "METRIC", description = "what decides (default: the first metric)")
    private List<String> primary = new ArrayList<>();

    @Option(
            names = "--guardrail",
            paramLabel = "METRIC[=MARGIN]",
            description = "must be shown to lose no more than this part of the control's value (default: .02)")
    private List<String> guardrails = new ArrayList<>();

    @Option(names = "--lower-is-better", paramLabel = "METRIC", description = "of which less is better")
    private List<String> lower = new ArrayList<>();

    @Option(
            names = "--smallest-effect",
            paramLabel = "PART",
            description = "the least change that matters, as a part of the control's value (default: .05)")
    private double smallestEffect = AnalysisPlan.USUAL_SMALLEST_EFFECT;

    @Option(
            names = "--cap",
            paramLabel = "QUANTILE",
            description = "means and counts count at most as much as this quantile of all units, for example .999; by a"
                    + " second pass")
    private Double cap;

    @Option(names = "--tuning", paramLabel = "UNITS", description = "of the sequential engine (default: 5000)")
    private double tuning = ConfidenceSequence.USUAL_TUNING;

    @Option(
            names = "--prior-deviation",
            paramLabel = "PART",
            description = "of relative effects, for the Bayesian engine (default: nothing is believed before)")
    private Double priorDeviation;

    @Option(names = "--sum-by-unit", description = "adds up the rows of each unit")
    private boolean sumByUnit;

    @Option(names = "--no-unit-check", description = "believes that no unit comes twice")
    private boolean noUnitCheck;

    @Option(
            names = "--mann-whitney",
            negatable = true,
            description = "a test by ranks besides, which keeps all values in memory (default: up to 1,000,000 units)")
    private Boolean mannWhitney;

    @Option(names = "--name", paramLabel = "NAME", description = "of the experiment (default: that of the file)")
    private String name;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default), json, markdown or html")
    private Form format = Form.TABLE;

    @Override
    public Integer call() {
        Injector injector = Wiring.wireTables();
        AnalyzeTable.Question question = question();
        Answer answer;
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            answer = injector.getInstance(AnalyzeTable.class).analyze(question, progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(injector.getInstance(Documents.class).analysis(answer.analysis()));
            case TABLE -> new AnalysisReport(answer, out).print();
            case MARKDOWN -> new AnalysisReport(answer, out).printMarkdown();
            case HTML ->
                out.print(injector.getInstance(Documents.class)
                        .analysisPage(answer.analysis(), AnalysisReport.notes(answer)));
        }
        out.flush();
        return Main.DONE;
    }

    private AnalyzeTable.Question question() {
        List<AnalyzeTable.File> inputs = files.stream().map(this::file).toList();
        boolean own = inputs.size() > 1 || inputs.get(0).variation().isPresent();
        if (variation == null && !own) {
            throw Failure.invalid("which variation is a row in? Say --variation COLUMN, or name a file for each:"
                    + " control=FILE trial=FILE");
        }
        if (variation != null && own) {
            throw Failure.invalid("either --variation COLUMN or a file for each variation, not both");
        }
        if (unit == null && sumByUnit) {
            throw Failure.invalid("--sum-by-unit needs --unit COLUMN");
        }
        if (sumByUnit && day != null) {
            throw Failure.invalid("--day and --sum-by-unit contradict each other: a unit has several days then");
        }
        if (cap != null && !(cap > 0 && cap <= 1)) {
            throw Failure.invalid("--cap must be a quantile between 0 and 1, for example .999, not " + cap);
        }
        List<Measured> columns = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<Metric.Kind> kinds = new ArrayList<>();
        metrics.forEach(text -> metric(text, columns, names, kinds));
        ratios.forEach(text -> {
            columns.add(divided(text, summary));
            names.add(text);
            kinds.add(summary ? Metric.Kind.PROPORTION : Metric.Kind.RATIO);
        });
        if (names.isEmpty()) {
            throw Failure.invalid("what is to be compared? Say --metric COLUMN:proportion, :mean or :count, or --ratio"
                    + " ABOVE/BELOW");
        }
        return new AnalyzeTable.Question(
                inputs.stream()
                        .map(file -> own && file.variation().isEmpty()
                                ? new AnalyzeTable.File(file.path(), Optional.of(stem(file.path())))
                                : file)
                        .toList(),
                new AnalyzeTable.Columns(
                        Optional.ofNullable(unit),
                        Optional.ofNullable(variation),
                        columns,
                        Optional.ofNullable(covariate),
                        Optional.ofNullable(cluster),
                        segments,
                        Optional.ofNullable(day)),
                plan(inputs, names, kinds),
                check(),
                cap == null ? OptionalDouble.empty() : OptionalDouble.of(cap),
                ranked());
    }

    private Check check() {
        if (sumByUnit) {
            return Check.SUM;
        }
        return unit == null || noUnitCheck ? Check.NONE : Check.UNIQUE;
    }

    private long ranked() {
        if (mannWhitney == null) {
            return AnalyzeTable.USUALLY_RANKED;
        }
        return mannWhitney ? Long.MAX_VALUE : 0;
    }

    private AnalyzeTable.File file(String text) {
        try {
            int sign = text.indexOf('=');
            if (sign > 0 && !Files.exists(Path.of(text))) {
                return new AnalyzeTable.File(Path.of(text.substring(sign + 1)), Optional.of(text.substring(0, sign)));
            }
            return new AnalyzeTable.File(Path.of(text), Optional.empty());
        } catch (InvalidPathException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "'" + text + "' cannot be the name of a file", e);
        }
    }

    private static String stem(Path file) {
        String last = String.valueOf(file.getFileName());
        int dot = last.indexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    private void metric(String text, List<Measured> columns, List<String> names, List<Metric.Kind> kinds) {
        int colon = text.lastIndexOf(':');
        List<String> known = Arrays.stream(Metric.Kind.values())
                .filter(kind -> kind != Metric.Kind.RATIO)
                .map(Metric.Kind::id)
                .toList();
        String column = colon > 0 ? text.substring(0, colon) : text;
        String kind = text.substring(colon + 1).toLowerCase(Locale.ROOT);
        if (summary) {
            boolean told = colon > 0 && kind.equals(Metric.Kind.PROPORTION.id());
            columns.add(divided(told ? column : text, true));
            names.add(told ? column : text);
            kinds.add(Metric.Kind.PROPORTION);
            return;
        }
        if (colon <= 0) {
            throw Failure.invalid("what kind of metric is '" + text + "'? Say --metric " + text + ":KIND, one of "
                    + String.join(", ", known));
        }
        if (!known.contains(kind)) {
            throw Failure.invalid(Suggestion.unknown("kind of metric", kind, known) + " (in --metric " + text + ")");
        }
        columns.add(new Measured(column, Optional.empty(), false));
        names.add(column);
        kinds.add(Metric.Kind.valueOf(kind.toUpperCase(Locale.ROOT)));
    }

    private static Measured divided(String text, boolean trials) {
        int sign = text.indexOf('/');
        if (sign <= 0 || sign == text.length() - 1) {
            throw Failure.invalid(
                    trials
                            ? "with --summary a metric is SUCCESSES/TRIALS, two columns, not '" + text + "'"
                            : "a ratio is ABOVE/BELOW, two columns, not '" + text + "'");
        }
        return new Measured(text.substring(0, sign), Optional.of(text.substring(sign + 1)), trials);
    }

    private AnalysisPlan plan(List<AnalyzeTable.File> inputs, List<String> names, List<Metric.Kind> kinds) {
        Map<String, Double> margins = margins(names);
        List<String> leading = primary.isEmpty()
                ? names.stream()
                        .filter(metric -> !margins.containsKey(metric))
                        .limit(1)
                        .toList()
                : primary;
        known("--primary", leading, names);
        known("--lower-is-better", lower, names);
        List<Metric> planned = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            String metric = names.get(i);
            Metric.Role role = leading.contains(metric) ? Metric.Role.PRIMARY : Metric.Role.SECONDARY;
            planned.add(new Metric(
                    metric,
                    kinds.get(i),
                    margins.containsKey(metric) ? Metric.Role.GUARDRAIL : role,
                    !lower.contains(metric),
                    margins.containsKey(metric) ? OptionalDouble.of(margins.get(metric)) : OptionalDouble.empty()));
        }
        try {
            return new AnalysisPlan(
                    name == null
                            ? String.join(
                                    ", ",
                                    inputs.stream()
                                            .map(file -> stem(file.path()))
                                            .toList())
                            : name,
                    control,
                    weights(),
                    planned,
                    engine,
                    alpha,
                    tuning,
                    priorDeviation == null ? Prior.FLAT : new Prior(0, priorDeviation * priorDeviation),
                    smallestEffect);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static void known(String option, List<String> given, List<String> names) {
        given.stream().filter(metric -> !names.contains(metric)).findFirst().ifPresent(metric -> {
            throw Failure.invalid(option + ": " + Suggestion.unknown("metric", metric, names));
        });
    }

    private Map<String, Double> margins(List<String> names) {
        Map<String, Double> margins = new LinkedHashMap<>();
        for (String text : guardrails) {
            int sign = names.contains(text) ? -1 : text.lastIndexOf('=');
            String metric = sign < 0 ? text : text.substring(0, sign);
            double margin = sign < 0 ? Metric.USUAL_MARGIN : number("--guardrail", text.substring(sign + 1));
            known("--guardrail", List.of(metric), names);
            if (!(margin > 0)) {
                throw Failure.invalid("--guardrail " + text + ": the margin must be above 0, for example .02");
            }
            margins.put(metric, margin);
        }
        return margins;
    }

    private Map<String, Double> weights() {
        Map<String, Double> shares = new LinkedHashMap<>();
        if (weights != null) {
            for (String text : weights.split(",", -1)) {
                int sign = text.lastIndexOf('=');
                if (sign <= 0) {
                    throw Failure.invalid("--weights must be NAME=SHARE,NAME=SHARE, not '" + weights + "'");
                }
                shares.put(text.substring(0, sign), number("--weights", text.substring(sign + 1)));
            }
        }
        return shares;
    }

    private static double number(String option, String text) {
        try {
            double number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, as for what is not finite.
        }
        throw Failure.invalid(option + ": '" + text + "' is not a number");
    }
}
