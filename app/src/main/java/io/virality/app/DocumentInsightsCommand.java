package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.domain.insight.Catalogue;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code virality document-insights}: what {@code docs/insights.md} holds. Users need it not: they have the file. */
@Command(name = "document-insights", hidden = true, description = "Prints docs/insights.md as the catalogue has it.")
final class DocumentInsightsCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    DocumentInsightsCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(new InsightsDocument(new Catalogue(installation.settings().tiers())).text());
        out.flush();
        return Main.DONE;
    }
}
