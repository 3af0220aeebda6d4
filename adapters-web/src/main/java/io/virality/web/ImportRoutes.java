package io.virality.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.virality.application.Failure;
import io.virality.application.port.ImportLog;
import io.virality.application.port.Quarantine;
import io.virality.domain.creator.Page;
import io.virality.domain.ingest.ImportRun;
import io.virality.domain.ingest.ImportRun.State;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.SourceRequest;
import io.virality.domain.ingest.Tally;
import io.virality.web.BackgroundImports.Progress;
import io.virality.web.JsonDocuments.RejectionView;
import io.virality.web.Operation.Begun;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Imports: what was run, starting one, and following it. */
final class ImportRoutes implements Routes {

    /** How many bytes an upload may have. */
    static final String LARGEST_UPLOAD = "largest upload";

    private static final String PATH = "/api/v1/imports";
    private static final String JSON = "application/json";
    private static final int USUAL_PAGE = 20;
    private static final int LARGEST_PAGE = 100;

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final ImportLog log;
    private final Quarantine quarantine;
    private final BackgroundImports background;
    private final long largestUpload;

    record ImportsView(List<RunView> imports, Optional<String> next, long total) {}

    record RunView(
            String id,
            String source,
            String version,
            State state,
            Instant startedAt,
            Optional<Instant> endedAt,
            long read,
            long stored,
            long updated,
            long unchanged,
            long rejected,
            Optional<String> contentHash,
            Optional<String> resumePoint,
            Optional<String> fault) {

        static RunView of(ImportRun run) {
            Tally tally = run.tally();
            return new RunView(
                    String.valueOf(run.number()),
                    run.source(),
                    run.version(),
                    run.state(),
                    run.startedAt(),
                    run.endedAt(),
                    tally.total() + run.rejected(),
                    tally.stored(),
                    tally.updated(),
                    tally.unchanged(),
                    run.rejected(),
                    run.contentHash(),
                    run.resumePoint(),
                    run.fault());
        }
    }

    /** With the rejected rows, counted by reason. */
    record RunWithRejectionsView(@JsonUnwrapped RunView run, List<RejectionView> rejections) {}

    /** What an event tells: {@code rows} are read so far; bytes only where they are known. */
    record ProgressView(@JsonUnwrapped RunView run, long rows, OptionalLong bytesRead, OptionalLong totalBytes) {

        static ProgressView of(ImportRun run, Optional<Progress> progress) {
            RunView view = RunView.of(run);
            return new ProgressView(
                    view,
                    Math.max(view.read(), progress.map(Progress::rows).orElse(0L)),
                    progress.filter(now -> now.bytesRead() > 0)
                            .map(now -> OptionalLong.of(now.bytesRead()))
                            .orElse(OptionalLong.empty()),
                    progress.map(Progress::totalBytes).orElse(OptionalLong.empty()));
        }
    }

    /** Which configured source to import from. */
    record OrderView(String source, Optional<String> observedAt) {}

    @Inject
    ImportRoutes(
            ImportLog log,
            Quarantine quarantine,
            BackgroundImports background,
            @Named(LARGEST_UPLOAD) long largestUpload) {
        this.log = log;
        this.quarantine = quarantine;
        this.background = background;
        this.largestUpload = largestUpload;
    }

    @Override
    public List<Operation> operations() {
        Parameter id = Parameter.inPath("import", "its number");
        return List.of(
                Operation.get(
                        PATH,
                        "The imports that were run, newest first, a page at a time",
                        List.of(
                                Parameter.text("cursor", "where to go on: 'next' of the page before"),
                                Parameter.between(1, LARGEST_PAGE, "limit", "how many on a page")
                                        .usually(USUAL_PAGE)),
                        ImportsView.class,
                        this::list),
                Operation.begin(
                        PATH,
                        "Starts an import: of a configured source by a JSON document that names it, or of the file that"
                                + " is sent. One at a time. The answer's Location tells what becomes of it",
                        List.of(
                                Parameter.oneOf(List.of("csv", "ndjson"), "source", "what the file is"),
                                Parameter.text("fileName", "the file's name; a date in it dates its rows"),
                                Parameter.text("observedAt", "when the file's figures held"),
                                Parameter.text("preset", "the file's layout, instead of recognising it")),
                        bodies(),
                        RunView.class,
                        this::start),
                Operation.get(
                        PATH + "/{import}",
                        "An import, with the rows it rejected by reason",
                        List.of(id),
                        RunWithRejectionsView.class,
                        this::describe),
                Operation.follow(
                        PATH + "/{import}/events",
                        "How an import gets on, as server-sent events: 'progress', and at last one 'finished' or"
                                + " 'failed'",
                        List.of(id),
                        ProgressView.class,
                        this::follow));
    }

    private static Map<String, Class<?>> bodies() {
        Map<String, Class<?>> bodies = new LinkedHashMap<>();
        bodies.put(JSON, OrderView.class);
        List.of("text/csv", "application/x-ndjson", "application/gzip", "application/octet-stream")
                .forEach(file -> bodies.put(file, Object.class));
        return bodies;
    }

    private ImportsView list(Query query) {
        Page<ImportRun> page = log.runs(query.position("cursor"), query.limit("limit", LARGEST_PAGE, USUAL_PAGE));
        return new ImportsView(page.items().stream().map(RunView::of).toList(), page.next(), page.total());
    }

    private RunWithRejectionsView describe(Query query) {
        ImportRun run = find(query);
        return new RunWithRejectionsView(
                RunView.of(run),
                quarantine.groups(Optional.of(run.number())).stream()
                        .map(QuarantineGroup::rejections)
                        .map(RejectionView::of)
                        .toList());
    }

    private ImportRun find(Query query) {
        String number = query.path("import");
        return Query.number(number)
                .flatMap(log::find)
                .orElseThrow(() -> Failure.notFound("there is no import '" + number + "'"));
    }

    private Begun<RunView> start(Query query, RequestBody body) {
        long number = body.mediaType().equals(JSON) ? startConfigured(query, body) : startUpload(query, body);
        ImportRun run = log.find(number).orElseThrow();
        return new Begun<>(PATH + "/" + number, RunView.of(run));
    }

    private long startConfigured(Query query, RequestBody body) {
        if (!query.values().isEmpty()) {
            throw Failure.invalid("parameters in the address are for files; say it in the JSON document");
        }
        OrderView order = body.json(OrderView.class);
        if (order.source() == null || order.source().isBlank()) {
            throw Failure.invalid("name the source, for example {\"source\": \"demo\"}");
        }
        // Nothing else can be set from outside: other properties name files and servers.
        Map<String, String> properties =
                order.observedAt().map(time -> Map.of("observedAt", time)).orElse(Map.of());
        return background.start(() -> new SourceRequest(order.source(), Optional.empty(), properties), () -> {});
    }

    private long startUpload(Query query, RequestBody body) {
        String source = query.text("source")
                .filter(List.of("csv", "ndjson")::contains)
                .orElseThrow(() -> Failure.invalid("'source' must be csv or ndjson, as the file is"));
        Upload upload = new Upload(query.text("fileName").orElse("upload." + source), largestUpload);
        Map<String, String> properties = new LinkedHashMap<>();
        query.text("observedAt").ifPresent(time -> properties.put("observedAt", time));
        query.text("preset").ifPresent(preset -> properties.put("preset", preset));
        return background.start(
                () -> new SourceRequest(source, Optional.of(upload.receive(body.content(), body.length())), properties),
                upload::close);
    }

    private void follow(Query query, EventStream events) {
        ImportRun run = find(query);
        if (!background.listen()) {
            throw new Failure(
                    Failure.Kind.TOO_MANY,
                    BackgroundImports.MOST_LISTENERS + " others follow imports already: ask " + PATH + "/"
                            + run.number() + " instead");
        }
        try {
            Optional<ProgressView> told = Optional.empty();
            boolean heard = true;
            while (heard && run.state() == State.RUNNING) {
                Optional<ProgressView> now = Optional.of(ProgressView.of(run, background.progress(run.number())));
                heard = now.equals(told) ? events.isHeard() : events.send("progress", now.get());
                told = now;
                heard = heard && background.awaitNews(BETWEEN_LOOKS);
                run = find(query);
            }
            if (run.state() != State.RUNNING) {
                events.send(
                        run.state() == State.FINISHED ? "finished" : "failed", ProgressView.of(run, Optional.empty()));
            }
        } finally {
            background.leave();
        }
    }
}
