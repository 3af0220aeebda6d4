package io.virality.app;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command that all others belong to. */
@Command(
        name = "virality",
        description = "Decodes what makes TikTok creators go viral and what they sell.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = ViralityCommand.Version.class,
        subcommands = HelpCommand.class,
        footer = {
            "",
            "Examples:",
            "  virality demo",
            "  virality import csv profiles.csv --database profiles.db",
            "  virality insights viral-creators --database profiles.db --sql",
            "  virality serve --database profiles.db"
        })
final class ViralityCommand implements Runnable {

    private static final List<Class<?>> COMMANDS = List.of(
            AttributionCommand.class,
            BacktestCommand.class,
            ClassifyCommand.class,
            DemoCommand.class,
            DisagreementsCommand.class,
            DocumentInsightsCommand.class,
            DriversCommand.class,
            EvaluateCommand.class,
            ExperimentCommand.class,
            ExportCommand.class,
            FeedbackCommand.class,
            FindingsCommand.class,
            ForecastCommand.class,
            HoldoutCommand.class,
            ImportCommand.class,
            IndexCommand.class,
            InsightsCommand.class,
            LookalikesCommand.class,
            MarketplaceCommand.class,
            MockTikTokCommand.class,
            ModelsCommand.class,
            PortfolioCommand.class,
            PredictCommand.class,
            QuarantineCommand.class,
            RecommendCommand.class,
            RehearseCommand.class,
            ResponseCommand.class,
            SearchCommand.class,
            SegmentsCommand.class,
            ServeCommand.class,
            SourcesCommand.class);

    @Spec
    private CommandSpec spec;

    /**
     * The command that the arguments name, or else all: to read what each of them takes would cost every start as much as
     * opening a database.
     */
    static List<Class<?>> named(String... arguments) {
        return COMMANDS.stream()
                .filter(command -> arguments.length > 0
                        && command.getAnnotation(Command.class).name().equals(arguments[0]))
                .findFirst()
                .<List<Class<?>>>map(List::of)
                .orElse(COMMANDS);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    /** The version in the jar's manifest. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ViralityCommand.class.getPackage().getImplementationVersion();
            return new String[] {"virality " + (version == null ? "(not packaged)" : version)};
        }
    }
}
