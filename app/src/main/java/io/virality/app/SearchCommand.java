package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.port.Documents;
import io.virality.application.search.SearchCreators;
import io.virality.application.search.SearchCreators.Search;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.search.SearchMode;
import io.virality.domain.search.SearchResult;
import io.virality.domain.search.SearchText;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virality search}. */
@Command(
        name = "search",
        description = "Finds creators by what they say, by words and by meaning, and says why each was found.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality search vegan skincare for students",
            "  virality search \"workouts at home\" --mode semantic --region GB --min-followers 10000",
            "  virality search sourdough --mode keyword --format json"
        })
final class SearchCommand implements Callable<Integer> {

    private static final int USUAL_LIMIT = 10;

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TEXT", arity = "1..*", description = "what to look for, in plain words")
    private List<String> text;

    @Option(names = "--mode", paramLabel = "MODE", description = "keyword, semantic or hybrid (default: hybrid)")
    private String mode = SearchMode.HYBRID.id();

    @Option(names = "--region", paramLabel = "REGION", description = "country of the account")
    private String region;

    @Option(names = "--min-followers", paramLabel = "N", description = "at least so many followers")
    private Long minFollowers;

    @Option(names = "--max-followers", paramLabel = "N", description = "at most so many followers")
    private Long maxFollowers;

    @Option(names = "--limit", paramLabel = "N", description = "how many, 1 to 100 (default: 10)")
    private int limit = USUAL_LIMIT;

    @Option(names = "--after", paramLabel = "RANK", description = "goes on after this rank")
    private String after;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private TableOrJson format = TableOrJson.TABLE;

    SearchCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Search search = search();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            SearchResult result = injector.getInstance(SearchCreators.class).search(search);
            if (format == TableOrJson.JSON) {
                out.println(injector.getInstance(Documents.class).search(result));
            } else {
                SearchReport.print(result, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Search search() {
        try {
            return new Search(
                    new SearchText(String.join(" ", text)),
                    SearchMode.of(mode),
                    new CreatorFilter(
                            Optional.empty(),
                            optional(minFollowers),
                            optional(maxFollowers),
                            Optional.ofNullable(region),
                            Optional.empty(),
                            CreatorFilter.Order.HANDLE,
                            Optional.ofNullable(after),
                            limit));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static OptionalLong optional(Long value) {
        return value == null ? OptionalLong.empty() : OptionalLong.of(value);
    }
}
