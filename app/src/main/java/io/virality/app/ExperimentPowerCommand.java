package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.experiment.PlanExperiment;
import io.virality.application.port.Documents;
import io.virality.domain.experiment.Alternative;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Baseline;
import io.virality.domain.experiment.ConfidenceSequence;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.DesignEffect;
import io.virality.domain.experiment.Outlook;
import io.virality.domain.experiment.Sizing;
import java.io.PrintWriter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality experiment power}. */
@Command(
        name = "power",
        description = {
            "Says how many units an experiment needs, how long it runs, or what it can find.",
            "Lifts and margins are parts of the control's value: .05 is five percent."
        },
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality experiment power --rate .1 --lift .05",
            "  virality experiment power --rate .1 --units 50000",
            "  virality experiment power --mean 20 --deviation 60 --lift .03 --weights .8,.2 --units-per-day 4000",
            "  virality experiment power --rate .1 --lift .1 --sequential --variations 3",
            "  virality experiment power --rate .1 --lift .1 --cluster-size 30 --cluster-correlation .1"
        })
final class ExperimentPowerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--rate", paramLabel = "NUMBER", description = "the control's share of units, of a proportion")
    private Double rate;

    @Option(names = "--mean", paramLabel = "NUMBER", description = "the control's mean, or ratio")
    private Double mean;

    @Option(
            names = "--deviation",
            paramLabel = "NUMBER",
            description =
                    "the standard deviation of units; of a ratio, that of a unit's numerator less the ratio times its"
                            + " denominator, by the mean denominator")
    private Double deviation;

    @Option(names = "--lift", paramLabel = "NUMBER", description = "the relative change that is to be found")
    private Double lift;

    @Option(names = "--units", paramLabel = "NUMBER", description = "how many units there will be, in all variations")
    private Double units;

    @Option(names = "--units-per-day", paramLabel = "NUMBER", description = "how many come")
    private Double unitsPerDay;

    @Option(names = "--days", paramLabel = "NUMBER", description = "how long it may run")
    private Double days;

    @Option(names = "--variations", paramLabel = "NUMBER", description = "how many share alike (default: 2)")
    private int variations = 2;

    @Option(
            names = "--weights",
            split = ",",
            paramLabel = "NUMBER",
            description = "the shares of the variations, the control first, instead of alike")
    private List<Double> weights;

    @Option(names = "--alpha", paramLabel = "NUMBER", description = "the error rate (default: .05)")
    private double alpha = AnalysisPlan.USUAL_ALPHA;

    @Option(names = "--power", paramLabel = "NUMBER", description = "the chance to find the lift (default: .8)")
    private double power = Sizing.USUAL_POWER;

    @Option(names = "--one-sided", description = "looks for a rise only")
    private boolean oneSided;

    @Option(names = "--sequential", description = "with an always-valid test, which may be looked at at any time")
    private boolean sequential;

    @Option(
            names = "--tuning",
            paramLabel = "UNITS",
            description = "at how many units in two variations an always-valid interval is narrowest (default: 5000)")
    private double tuning = ConfidenceSequence.USUAL_TUNING;

    @Option(names = "--cluster-size", paramLabel = "NUMBER", description = "units in a cluster, if clusters are dealt")
    private Double clusterSize;

    @Option(
            names = "--cluster-variation",
            paramLabel = "NUMBER",
            description = "the deviation of the sizes by their mean (default: 0)")
    private double clusterVariation;

    @Option(names = "--cluster-correlation", paramLabel = "NUMBER", description = "between two units of one cluster")
    private Double clusterCorrelation;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private StoredExperiment.Form format = StoredExperiment.Form.TABLE;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Injector injector = Wiring.wireTables();
        Outlook outlook = injector.getInstance(PlanExperiment.class)
                .plan(new PlanExperiment.Request(
                        this::sizing, given(lift), given(units), given(unitsPerDay), given(days)));
        if (format == StoredExperiment.Form.JSON) {
            out.println(injector.getInstance(Documents.class).outlook(outlook));
        } else {
            ExperimentReport.outlook(outlook, out);
        }
        out.flush();
        return Main.DONE;
    }

    private Sizing sizing() {
        if (weights == null && (variations < 2 || variations > Design.MOST_VARIATIONS)) {
            throw new IllegalArgumentException(
                    "an experiment compares 2 to " + Design.MOST_VARIATIONS + " variations, not " + variations);
        }
        return new Sizing(
                baseline(),
                weights == null ? Collections.nCopies(variations, 1.0) : weights,
                alpha,
                power,
                oneSided ? Alternative.GREATER : Alternative.TWO_SIDED,
                sequential ? OptionalDouble.of(tuning) : OptionalDouble.empty(),
                clusters());
    }

    private Baseline baseline() {
        if ((rate == null) == (mean == null) || (mean == null) != (deviation == null)) {
            throw new IllegalArgumentException("say either --rate, or --mean and --deviation");
        }
        return rate == null ? Baseline.ofMean(mean, deviation) : Baseline.ofProportion(rate);
    }

    private Optional<DesignEffect> clusters() {
        if ((clusterSize == null) != (clusterCorrelation == null)) {
            throw new IllegalArgumentException("clusters need both --cluster-size and --cluster-correlation");
        }
        return clusterSize == null
                ? Optional.empty()
                : Optional.of(new DesignEffect(clusterSize, clusterVariation, clusterCorrelation));
    }

    private static OptionalDouble given(Double number) {
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }
}
