package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.ingest.ImportSource;
import io.virality.domain.ingest.SourceRequest;
import io.virality.domain.insight.Catalogue;
import io.virality.domain.insight.Topic;
import io.virality.persistence.PersistenceModule;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * Goes once through what users do, on a throw-away database: the launcher records the classes that this loads, and
 * starts faster from then on.
 */
@Command(name = "rehearse", hidden = true, description = "Goes once through what users do.")
final class RehearseCommand implements Callable<Integer> {

    private final Installation installation;

    RehearseCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Main.commandLine(installation.home());
        Path folder = Files.createTempDirectory("virality");
        try {
            rehearse(folder.resolve("rehearsal.db"));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return Main.DONE;
    }

    private void rehearse(Path database) throws IOException, InterruptedException {
        try (PersistenceModule storage = PersistenceModule.creating(database)) {
            Injector injector = installation.wire(storage);
            ImportSource imports = injector.getInstance(ImportSource.class);
            Simulation simulation = new Simulation(7, 20, 10, injector.getInstance(Clock.class));
            PrintWriter nobody = new PrintWriter(Writer.nullWriter());
            simulation.importHistory(imports, nobody);
            simulation.importNewestDay(imports, nobody);
            importFile(imports, database.resolveSibling("rehearsal.csv"));
            analyze(database.resolveSibling("experiment.csv"));
            forecast(database.resolveSibling("series.csv"));
            try (Serving serving = Serving.start(injector, "127.0.0.1", 0)) {
                get(serving, "/health");
                get(serving, "/");
                get(serving, "/api/v1/creators");
                for (Topic topic : injector.getInstance(Catalogue.class).topics()) {
                    get(serving, "/api/v1/insights/" + topic.id());
                }
            }
        }
    }

    private static void importFile(ImportSource imports, Path file) throws IOException {
        Files.writeString(file, "username,followers\nrehearsal,1000\n");
        imports.importFrom(
                new SourceRequest(
                        "csv", Optional.of(file), Map.of("map.username", "handle", "map.followers", "followers")),
                (rows, bytesRead, totalBytes) -> {});
    }

    private static void analyze(Path file) throws IOException {
        Files.writeString(file, "arm,orders,sales\nA,1,2\nA,0,3\nB,1,4\nB,0,6\n");
        for (String format : new String[] {"table", "json"}) {
            Main.commandLine(file.getParent())
                    .setOut(new PrintWriter(Writer.nullWriter()))
                    .execute(
                            "experiment",
                            "analyze",
                            file.toString(),
                            "--variation=arm",
                            "--control=A",
                            "--metric=orders:proportion",
                            "--metric=sales:mean",
                            "--format=" + format);
        }
    }

    /** Of so many series that the model of all of them is tried, too. */
    private static void forecast(Path file) throws IOException {
        StringBuilder rows = new StringBuilder("day,creator,followers\n");
        for (int creator = 0; creator < 60; creator++) {
            for (int day = 0; day < 60; day++) {
                rows.append(LocalDate.EPOCH.plusDays(day)).append(',').append(creator);
                rows.append(',').append(1_000 + day * (creator + day % 7)).append('\n');
            }
        }
        Files.writeString(file, rows);
        Main.commandLine(file.getParent())
                .setOut(new PrintWriter(Writer.nullWriter()))
                .execute(
                        "forecast",
                        "--series=" + file,
                        "--time=day",
                        "--value=followers",
                        "--group=creator",
                        "--format=json");
    }

    private static void get(Serving serving, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + serving.port() + path))
                .build();
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    }
}
