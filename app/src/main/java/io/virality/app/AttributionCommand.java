package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.marketplace.AttributeSales;
import io.virality.application.marketplace.AttributeSales.Question;
import io.virality.application.marketplace.AttributeStoredSales;
import io.virality.application.port.Documents;
import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.attribution.Credited;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import io.virality.domain.creator.Origin;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality attribution}. */
@Command(
        name = "attribution",
        description = {
            "Attributes orders to what their buyers met before, under six models side by side: those in the database, or"
                    + " those of two files."
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality attribution",
            "  virality attribution --by channel --currency EUR --click-window 30",
            "  virality attribution --orders orders.csv --touches touches.csv",
            "  virality attribution --orders orders.csv --touches touches.csv --codes codes.csv --to video",
            "  virality attribution --orders shop.csv --touches clicks.csv --map customer=buyer --map when=sold_at",
            "",
            "What the models do, and what none of them tells: docs/marketplace.md"
        })
final class AttributionCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "of the database: creator (default), content, channel or campaign")
    private String by = Credited.CREATOR.id();

    @Option(
            names = "--currency",
            paramLabel = "CODE",
            description = "of the database: which orders (default: those in the currency of most); XXX: not stated")
    private String currency;

    @Mixin
    private DatabaseOption database;

    @Option(
            names = "--orders",
            paramLabel = "FILE",
            description = "CSV: buyer, sold_at, gross; if known refunds, commission, currency, promo_code")
    private Path orders;

    @Option(
            names = "--touches",
            paramLabel = "FILE",
            description = "CSV: buyer, at, creator; if known view (yes: it was only seen, not clicked)")
    private Path touches;

    @Option(
            names = "--codes",
            paramLabel = "FILE",
            description = "CSV: promo_code, creator. A code comes before all touches")
    private Path codes;

    @Option(
            names = "--to",
            paramLabel = "COLUMN",
            description = "of files: what orders are attributed to (default: creator)")
    private String to = "creator";

    @Option(
            names = "--map",
            paramLabel = "COLUMN=FIELD",
            description = "a column that is called otherwise; may be repeated")
    private Map<String, String> columns = new HashMap<>();

    @Option(names = "--click-window", paramLabel = "DAYS", description = "how long a click counts (default: 7)")
    private long clickDays = Rules.USUAL.click().toDays();

    @Option(names = "--view-window", paramLabel = "DAYS", description = "how long a view counts (default: 1)")
    private long viewDays = Rules.USUAL.view().toDays();

    @Option(names = "--half-life", paramLabel = "DAYS", description = "of time decay (default: 7)")
    private long halfLifeDays = Rules.USUAL.halfLife().toDays();

    @Option(names = "--top", paramLabel = "N", description = "how many are shown in the table (default: 20)")
    private int top = 20;

    @Option(names = "--rank-by", paramLabel = "MODEL", description = "by which model (default: last-touch)")
    private String rankBy = Model.LAST_TOUCH.id();

    @Option(names = "--simulated", description = "says in the answer that the files are invented")
    private boolean simulated;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    AttributionCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        Model rankedBy = named("model", Model.values(), Model::id, rankBy);
        if (orders == null && touches == null && codes == null) {
            try (PersistenceModule storage = PersistenceModule.existing(
                    database.orElse(installation.settings().database()))) {
                Injector injector = installation.wire(storage);
                print(
                        injector.getInstance(AttributeStoredSales.class)
                                .attribute(
                                        named("--by", Credited.values(), Credited::id, by),
                                        CurrencyOption.read(currency),
                                        rules()),
                        rankedBy,
                        injector);
            }
            return Main.DONE;
        }
        if (orders == null || touches == null) {
            throw Failure.invalid("files need both --orders and --touches; without any, the database is asked");
        }
        Injector injector = Wiring.wireTables();
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            print(
                    injector.getInstance(AttributeSales.class)
                            .attribute(
                                    new Question(
                                            orders,
                                            touches,
                                            Optional.ofNullable(codes),
                                            to,
                                            byField(),
                                            rules(),
                                            simulated ? Origin.SIMULATED : Origin.REAL),
                                    progress),
                    rankedBy,
                    injector);
        }
        return Main.DONE;
    }

    private void print(AttributedSales sales, Model rankedBy, Injector injector) {
        PrintWriter out = spec.commandLine().getOut();
        if (format == TableOrJson.JSON) {
            out.println(injector.getInstance(Documents.class).attribution(sales));
        } else {
            new AttributionReport(sales, rankedBy, Math.max(1, top), out).print();
        }
        out.flush();
    }

    private Map<String, String> byField() {
        Map<String, String> byField = new HashMap<>();
        columns.forEach((column, field) -> byField.put(field, column));
        return byField;
    }

    private Rules rules() {
        try {
            return new Rules(Duration.ofDays(clickDays), Duration.ofDays(viewDays), Duration.ofDays(halfLifeDays));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    static <T> T named(String what, T[] all, Function<T, String> id, String name) {
        return Arrays.stream(all)
                .filter(each -> id.apply(each).equals(name))
                .findFirst()
                .orElseThrow(() -> Failure.invalid("unknown " + what + " '" + name + "'; there are: "
                        + String.join(", ", Arrays.stream(all).map(id).toList())));
    }
}
