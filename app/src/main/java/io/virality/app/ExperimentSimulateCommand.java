package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.Failure;
import io.virality.application.experiment.SimulateExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Engine;
import io.virality.domain.experiment.Metric;
import io.virality.domain.simulation.ErrorRates;
import io.virality.domain.simulation.Shape;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality experiment simulate}. */
@Command(
        name = "simulate",
        description = "Draws experiments of a stated shape and analyses each as a real one: how often they find a"
                + " difference, with an effect or without, what intervals are worth, and what peeking does. Needs no"
                + " database.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Without --effect these are A/A tests, and all that is found is a false alarm. All engines judge the same",
            "experiments unless --engine names some. Equal seeds give equal figures.",
            "",
            "Examples:",
            "  virality experiment simulate --metric proportion --value .1 --units 20000 --looks 20",
            "  virality experiment simulate --metric mean --value 12 --deviation 30 --skewed --units 5000 --effect .1",
            "  virality experiment simulate --metric proportion --value .04 --units 12000 --effect .1 \\",
            "      --cluster-size 30 --cluster-correlation .1 --engine frequentist --format json",
            "",
            "What the figures mean: docs/experiments.md"
        })
final class ExperimentSimulateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--metric", paramLabel = "KIND", required = true, description = "proportion, mean, count or ratio")
    private Metric.Kind kind;

    @Option(
            names = "--value",
            paramLabel = "NUMBER",
            required = true,
            description = "the control's: a share, a mean, events per unit, or what is above for one below")
    private double value;

    @Option(names = "--deviation", paramLabel = "NUMBER", description = "of a unit's mean or ratio")
    private double deviation;

    @Option(names = "--skewed", description = "means are log-normal instead of normal")
    private boolean skewed;

    @Option(
            names = "--units",
            paramLabel = "COUNT",
            required = true,
            description = "how many come into all variations until the end")
    private long units;

    @Option(
            names = "--effect",
            paramLabel = "PART",
            description = "by what part of its value the others lie above the control (default: 0, an A/A test)")
    private double effect;

    @Option(
            names = "--weights",
            paramLabel = "NUMBER",
            split = ",",
            description = "of the variations, the control first (default: 1,1)")
    private List<Double> weights = new ArrayList<>(List.of(1.0, 1.0));

    @Option(names = "--looks", paramLabel = "COUNT", description = "how often it is looked at (default: 1)")
    private int looks = 1;

    @Option(names = "--cluster-size", paramLabel = "COUNT", description = "units of a cluster, on average (default: 1)")
    private int clusterSize = 1;

    @Option(
            names = "--cluster-correlation",
            paramLabel = "NUMBER",
            description = "of two units of one cluster (default: 0)")
    private double clusterCorrelation;

    @Option(
            names = "--covariate-correlation",
            paramLabel = "NUMBER",
            description = "with the same measure from before, which CUPED takes off (default: no such measure)")
    private double covariateCorrelation;

    @Option(
            names = "--lost",
            paramLabel = "PART",
            description = "of the others' units that never arrive: a sample-ratio mismatch (default: 0)")
    private double lost;

    @Option(names = "--engine", paramLabel = "ENGINE", split = ",", description = "frequentist, sequential, bayesian")
    private List<Engine> engines = new ArrayList<>();

    @Option(names = "--alpha", paramLabel = "RATE", description = "of false alarms (default: .05)")
    private double alpha = AnalysisPlan.USUAL_ALPHA;

    @Option(names = "--tuning", paramLabel = "UNITS", description = "of the sequential engine (default: 5000)")
    private double tuning = ConfidenceSequence.USUAL_TUNING;

    @Option(
            names = "--smallest-effect",
            paramLabel = "PART",
            description = "the least change that matters, as a part of the control's value (default: .05)")
    private double smallestEffect = AnalysisPlan.USUAL_SMALLEST_EFFECT;

    @Option(names = "--runs", paramLabel = "COUNT", description = "how many experiments are drawn (default: 1000)")
    private int runs = 1_000;

    @Option(names = "--seed", paramLabel = "NUMBER", description = "of chance (default: 1)")
    private long seed = 1;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    @Override
    public Integer call() {
        Injector injector = Wiring.wireTables();
        SimulateExperiment.Question question = question();
        ErrorRates rates;
        try (SimulationProgress progress =
                new SimulationProgress(runs, spec.commandLine().getErr())) {
            rates = injector.getInstance(SimulateExperiment.class).simulate(question, progress);
        }
        PrintWriter out = spec.commandLine().getOut();
        switch (format) {
            case JSON -> out.println(injector.getInstance(Documents.class).errorRates(rates));
            case TABLE -> new ErrorRatesReport(rates, out).print();
        }
        out.flush();
        return Main.DONE;
    }

    private SimulateExperiment.Question question() {
        boolean drawn = kind == Metric.Kind.MEAN || kind == Metric.Kind.RATIO;
        if (drawn && deviation == 0) {
            throw Failure.invalid("a " + kind.id() + " needs --deviation NUMBER");
        }
        if (!drawn && deviation != 0) {
            throw Failure.invalid("a " + kind.id() + " has its own deviation: leave out --deviation");
        }
        List<Engine> judges = engines.isEmpty() ? List.of(Engine.values()) : engines;
        try {
            Shape shape = new Shape(
                    new Shape.Outcome(kind, value, deviation, skewed, covariateCorrelation),
                    effect,
                    weights,
                    units,
                    looks,
                    new Shape.Clusters(clusterSize, clusterCorrelation),
                    lost);
            return new SimulateExperiment.Question(
                    shape, judges.stream().distinct().toList(), runs, seed, alpha, tuning, smallestEffect);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
