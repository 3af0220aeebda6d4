package io.virality.application.experiment;

import io.virality.application.port.StoredPorts;
import java.time.Clock;

/** All that other features need of experiments, over ports in memory. */
public record Conduct(
        DraftExperiment draft,
        StartExperiment start,
        StopExperiment stop,
        AssignUnits assign,
        RecordExposures exposures,
        JudgeExperiment judge) {

    /** Of one store. */
    public static Conduct of(StoredPorts ports, Clock clock) {
        return new Conduct(
                new DraftExperiment(ports.experiments(), ports.transactions(), clock),
                new StartExperiment(ports.experiments(), ports.transactions(), clock),
                new StopExperiment(ports.experiments(), ports.transactions(), clock),
                new AssignUnits(ports.experiments()),
                new RecordExposures(ports.experiments(), ports.transactions(), clock),
                new JudgeExperiment(ports.experiments(), ports.transactions(), clock));
    }
}
