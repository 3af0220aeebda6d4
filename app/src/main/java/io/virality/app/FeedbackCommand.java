package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.port.Documents;
import io.virality.application.recommendation.RecordFeedback;
import io.virality.application.recommendation.ReviewFeedback;
import io.virality.domain.creator.Handle;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Feedback.Stage;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality feedback}. */
@Command(
        name = "feedback",
        description = {
            "Keeps how far a brand has come with a creator, or lists that.",
            "A brief of the brand leaves dismissed creators out, and marks the others."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality feedback \"Green Face\" @ada shortlisted",
            "  virality feedback \"Green Face\" bob dismissed",
            "  virality feedback \"Green Face\" --format json"
        })
final class FeedbackCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BRAND", description = "its name; capitals do not matter")
    private String brand;

    @Parameters(index = "1", arity = "0..1", paramLabel = "HANDLE", description = "of whom it says something")
    private String handle;

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "STAGE",
            description = "shortlisted, dismissed, contacted or hired; takes the place of what was said before")
    private Stage stage;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    FeedbackCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (handle != null && stage == null) {
            throw Failure.invalid("how far has it come with @" + handle.replaceFirst("^@", "")
                    + "? Say shortlisted, dismissed, contacted or hired");
        }
        PrintWriter out = spec.commandLine().getOut();
        Brand of = brand();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            List<Feedback> said = handle == null
                    ? injector.getInstance(ReviewFeedback.class).of(of)
                    : List.of(injector.getInstance(RecordFeedback.class).record(of, creator(), stage));
            switch (format) {
                case JSON -> out.println(injector.getInstance(Documents.class).feedback(of, said));
                case TABLE -> print(of, said, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private static void print(Brand brand, List<Feedback> said, PrintWriter out) {
        String name = Text.plain(brand.name());
        if (said.isEmpty()) {
            out.println(name + " has said nothing of any creator.");
            return;
        }
        out.println(name + ":");
        Text.table(said.stream()
                        .map(one -> List.of(
                                "@" + one.creator().name(),
                                one.stage().name().toLowerCase(Locale.ROOT),
                                one.givenAt().toString()))
                        .toList())
                .forEach(out::println);
    }

    private Brand brand() {
        try {
            return new Brand(brand);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private Handle creator() {
        try {
            return Handle.tiktok(handle);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
