package io.virality.app;

import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.experiment.AssignUnits;
import io.virality.application.port.Documents;
import io.virality.application.port.Experiments;
import io.virality.domain.assignment.Assignment;
import io.virality.domain.assignment.Attribute;
import io.virality.domain.assignment.Attribute.Field;
import io.virality.domain.assignment.Attribute.Fields;
import io.virality.domain.assignment.ServedExperiment.Status;
import io.virality.domain.assignment.Serving;
import io.virality.domain.assignment.Subject;
import io.virality.domain.experiment.Design;
import io.virality.domain.experiment.Experiment;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code virality experiment assign}. */
@Command(
        name = "assign",
        description = "Says which variation units get; of an experiment that is not running nobody takes part.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality experiment assign boost user-1 user-2",
            "  virality experiment assign boost user-1 --attribute country=US",
            "  virality experiment assign --design boost.json user-1"
        })
final class ExperimentAssignCommand extends StoredExperiment {

    @Parameters(
            arity = "1..*",
            paramLabel = "KEY UNIT",
            description = "the experiment's key, and the units; with --design, units only")
    private List<String> names;

    @Option(names = "--design", paramLabel = "FILE", description = "as if this design were running, without a database")
    private Path design;

    @Option(
            names = {"-a", "--attribute"},
            paramLabel = "NAME=VALUE",
            description = "what is known of them, as a text")
    private Map<String, String> attributes = new LinkedHashMap<>();

    ExperimentAssignCommand(Installation installation) {
        super(installation);
    }

    @Override
    public Integer call() {
        if (design != null) {
            Documents documents = Wiring.wireTables().getInstance(Documents.class);
            Design tried = documents.design(Designs.read(design));
            print(
                    documents,
                    tried,
                    Optional.empty(),
                    known(tried, names).stream()
                            .map(unit -> Serving.PLAIN.assign(tried.served(Status.RUNNING), Subject.of(unit)))
                            .toList());
            return Main.DONE;
        }
        if (names.size() < 2) {
            throw Failure.invalid("name the experiment and at least one unit");
        }
        String key = names.get(0);
        onExisting(injector -> {
            Experiment experiment = injector.getInstance(Experiments.class)
                    .find(key)
                    .orElseThrow(() -> Failure.notFound("there is no experiment '" + key + "'"));
            Design stored = experiment.design();
            print(
                    injector.getInstance(Documents.class),
                    stored,
                    Optional.of(experiment.state()),
                    injector.getInstance(AssignUnits.class).assign(key, known(stored, names.subList(1, names.size()))));
        });
        return Main.DONE;
    }

    private void print(
            Documents documents, Design dealt, Optional<Experiment.State> state, List<Assignment> assignments) {
        PrintWriter out = spec.commandLine().getOut();
        if (asJson()) {
            out.println(documents.assignments(dealt.key(), state, assignments));
        } else {
            ExperimentReport.assignments(assignments, out);
        }
        out.flush();
    }

    private List<Fields> known(Design dealt, List<String> units) {
        return units.stream()
                .map(unit -> {
                    List<Field> fields = new ArrayList<>();
                    fields.add(new Field(dealt.targeting().attribute(), new Attribute.Text(unit)));
                    attributes.forEach((name, value) -> fields.add(new Field(name, new Attribute.Text(value))));
                    return new Fields(fields);
                })
                .toList();
    }
}
