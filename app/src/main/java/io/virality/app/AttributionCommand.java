package io.virality.app;

import com.google.inject.Injector;
import io.virality.application.Failure;
import io.virality.application.marketplace.AttributeSales;
import io.virality.application.marketplace.AttributeSales.Answer;
import io.virality.application.marketplace.AttributeSales.Question;
import io.virality.application.port.Documents;
import io.virality.domain.attribution.Model;
import io.virality.domain.attribution.Rules;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality attribution}. */
@Command(
        name = "attribution",
        description = "Attributes orders to what their buyers met before, under six models side by side.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality attribution --orders orders.csv --touches touches.csv",
            "  virality attribution --orders orders.csv --touches touches.csv --codes codes.csv --to video",
            "  virality attribution --orders shop.csv --touches clicks.csv --map customer=buyer --map when=sold_at",
            "",
            "What the models do, and what none of them tells: docs/marketplace.md"
        })
final class AttributionCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--orders",
            required = true,
            paramLabel = "FILE",
            description = "CSV: buyer, sold_at, gross; if known refunds, commission, currency, promo_code")
    private Path orders;

    @Option(
            names = "--touches",
            required = true,
            paramLabel = "FILE",
            description = "CSV: buyer, at, creator; if known view (yes: it was only seen, not clicked)")
    private Path touches;

    @Option(
            names = "--codes",
            paramLabel = "FILE",
            description = "CSV: promo_code, creator. A code comes before all touches")
    private Path codes;

    @Option(names = "--to", paramLabel = "COLUMN", description = "what orders are attributed to (default: creator)")
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

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Injector injector = Wiring.wireTables();
        Answer answer;
        try (TableProgress progress = new TableProgress(spec.commandLine().getErr())) {
            answer = injector.getInstance(AttributeSales.class)
                    .attribute(
                            new Question(orders, touches, Optional.ofNullable(codes), to, byField(), rules()),
                            progress);
        }
        if (format == TableOrJson.JSON) {
            out.println(injector.getInstance(Documents.class)
                    .attribution(answer.attribution(), answer.rules(), answer.currency(), simulated));
        } else {
            new AttributionReport(answer, model(), Math.max(1, top), simulated, out).print();
        }
        out.flush();
        return Main.DONE;
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

    private Model model() {
        for (Model model : Model.values()) {
            if (model.id().equals(rankBy)) {
                return model;
            }
        }
        throw Failure.invalid("unknown model '" + rankBy + "'; there are: last-touch, first-touch, linear, time-decay,"
                + " position-based, markov");
    }
}
