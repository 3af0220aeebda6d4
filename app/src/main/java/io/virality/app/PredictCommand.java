package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.port.Documents;
import io.virality.application.virality.LearnVirality;
import io.virality.application.virality.LearnVirality.Result;
import io.virality.application.virality.PredictVirality;
import io.virality.application.virality.PredictVirality.Wish;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Platform;
import io.virality.domain.virality.ViralityOutlook;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality predict}. */
@Command(
        name = "predict",
        description = "Tells how probably a creator's next video goes viral, by what was learnt from all videos.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality predict --learn",
            "  virality predict @ada --at 2026-11-24T18:00:00Z --seconds 15 --hashtags 3",
            "",
            "What counts as viral, and what the model is worth: docs/virality.md"
        })
final class PredictCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "HANDLE", description = "whose next video")
    private String handle;

    @Option(names = "--at", paramLabel = "TIME", description = "when it is posted (default: now)")
    private Instant at;

    @Option(names = "--seconds", paramLabel = "N", description = "how long it is")
    private Integer seconds;

    @Option(names = "--hashtags", paramLabel = "N", description = "how many hashtags it has")
    private Integer hashtags;

    @Option(names = "--learn", description = "learns from all videos anew, and tells what that is worth")
    private boolean learn;

    @Option(names = "--seed", paramLabel = "N", description = "of all that is left to chance (default: 1)")
    private long seed = 1;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    PredictCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (learn == (handle != null)) {
            throw Failure.invalid("name a creator, or learn with --learn");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            if (learn) {
                learn(injector, out);
            } else {
                predict(injector, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private void learn(Injector injector, PrintWriter out) {
        Result result;
        try (TrainingBar progress = new TrainingBar(spec.commandLine().getErr())) {
            result = injector.getInstance(LearnVirality.class).learn(seed, progress::progressed);
        }
        Documents documents = injector.getInstance(Documents.class);
        if (result instanceof Result.Learnt learnt) {
            if (format == TableOrJson.JSON) {
                out.println(documents.model(learnt.card()));
            } else {
                ModelReport.print(learnt.card(), out);
            }
        } else {
            throw Failure.invalid("nothing was learnt: " + ((Result.TooLittle) result).missing());
        }
    }

    private void predict(Injector injector, PrintWriter out) {
        ViralityOutlook outlook = injector.getInstance(PredictVirality.class)
                .predict(
                        new Handle(Platform.TIKTOK, handle),
                        new Wish(Optional.ofNullable(at), number(seconds), number(hashtags)));
        if (format == TableOrJson.JSON) {
            out.println(injector.getInstance(Documents.class).virality(outlook));
            return;
        }
        out.printf(
                "%s%n",
                outlook.probability()
                        .map(probability -> "Goes viral with a probability of " + percent(probability) + ".")
                        .orElse("How probably it goes viral cannot be told."));
        out.printf("  Of all videos, %s did lately.%n", percent(outlook.usual()));
        outlook.changes().forEach(change -> out.printf("  %s: %s%n", change.words(), percent(change.probability())));
        outlook.notes().forEach(note -> out.printf("  Note: %s.%n", note));
        out.printf(
                "  By %s, %s; its back-test: virality models %s%n",
                outlook.card().id(),
                outlook.card().standing().words(),
                outlook.card().id());
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * probability);
    }

    private static OptionalInt number(Integer number) {
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
