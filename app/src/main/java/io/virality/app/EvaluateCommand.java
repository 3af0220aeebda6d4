package io.virality.app;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code virality evaluate}, which its sub-commands belong to. */
@Command(
        name = "evaluate",
        description = "Says what answers were worth where the truth is known.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        subcommands = EvaluateRecommendationsCommand.class)
final class EvaluateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "evaluate what? Known: recommendations");
    }
}
