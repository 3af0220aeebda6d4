package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.persistence.PersistenceModule;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the commands on stored experiments have in common. */
abstract class StoredExperiment implements Callable<Integer> {

    private final Installation installation;

    @Spec
    CommandSpec spec;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "table or json; results also html (default: table)")
    private Form format = Form.TABLE;

    /** How an answer is printed. */
    enum Form {
        /** For people. */
        TABLE,
        /** One JSON document. */
        JSON,
        /** One file with all it needs. */
        HTML
    }

    StoredExperiment(Installation installation) {
        this.installation = installation;
    }

    boolean asJson() {
        return format == Form.JSON;
    }

    boolean asPage() {
        return format == Form.HTML;
    }

    /** Whether there is a page of what is answered. */
    boolean hasPage() {
        return false;
    }

    /** Works on the database, which must exist. */
    final void onExisting(Consumer<Injector> work) {
        on(PersistenceModule.existing(database.orElse(installation.settings().database())), work);
    }

    /** Works on the database, which is created if it is written to first. */
    final void onAny(Consumer<Injector> work) {
        on(PersistenceModule.creating(database.orElse(installation.settings().database())), work);
    }

    private void on(PersistenceModule storage, Consumer<Injector> work) {
        try (storage) {
            if (asPage() && !hasPage()) {
                throw Failure.invalid("only results come as html");
            }
            work.accept(installation.wire(storage));
        }
        spec.commandLine().getOut().flush();
    }
}
