package io.virality.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code virality experiment}, which its sub-commands belong to. */
@Command(
        name = "experiment",
        description = "Designs and judges experiments.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = {
            ExperimentAnalyzeCommand.class,
            ExperimentPowerCommand.class,
            ExperimentListCommand.class,
            ExperimentCreateCommand.class,
            ExperimentChangeCommand.class,
            ExperimentStartCommand.class,
            ExperimentRecordCommand.class,
            ExperimentAssignCommand.class,
            ExperimentResultsCommand.class,
            ExperimentStopCommand.class,
            ExperimentArchiveCommand.class,
            ExperimentSimulateCommand.class,
            ExperimentVectorsCommand.class
        })
final class ExperimentCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }
}
