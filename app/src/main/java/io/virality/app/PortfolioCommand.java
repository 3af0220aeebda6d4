package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.port.Documents;
import io.virality.application.portfolio.BuildPortfolio;
import io.virality.application.portfolio.ReadPrices;
import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Terms;
import io.virality.domain.pricing.PriceList;
import io.virality.domain.recommendation.Brief;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality portfolio}. */
@Command(
        name = "portfolio",
        description = "Chooses the creators that are worth most together within a budget, and says why these.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  virality portfolio --brief brief.json --budget 10000",
            "  virality portfolio --brief brief.json --budget 10000 --aim cautious --format json",
            "  virality portfolio --brief brief.json --terms terms.json",
            "  virality portfolio --brief brief.json --budget 10000 --among ada,bob,cleo --prices prices.csv"
        })
final class PortfolioCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--brief",
            paramLabel = "FILE",
            required = true,
            description = "what the brand is looking for, as JSON; docs/portfolios.md shows one")
    private Path brief;

    @Option(
            names = "--budget",
            paramLabel = "AMOUNT",
            description = "for all together, in the brief's currency, else USD (default: the brief's budget)")
    private BigDecimal budget;

    @Option(names = "--aim", paramLabel = "AIM", description = "expected or cautious (default: as the terms say)")
    private Plan.Aim aim;

    @Option(
            names = "--terms",
            paramLabel = "FILE",
            description = "prices, worth, and limits, as JSON; docs/portfolios.md shows them")
    private Path terms;

    @Option(
            names = "--among",
            paramLabel = "HANDLE",
            split = ",",
            description = "choose among these creators (default: all that answer to the brief)")
    private Set<String> among = Set.of();

    @Option(
            names = "--prices",
            paramLabel = "FILE",
            description = "what a video of each creator costs: CSV with the columns handle, price, currency")
    private Path prices;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table or json (default: table)")
    private TableOrJson format = TableOrJson.TABLE;

    PortfolioCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String asked = Designs.read(brief);
        String told = terms == null ? "{}" : Designs.read(terms);
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Documents documents = injector.getInstance(Documents.class);
            Terms wanted = documents.terms(told);
            if (aim != null) {
                wanted = wanted.withAim(aim);
            }
            if (!among.isEmpty()) {
                wanted = wanted.withAmong(among);
            }
            if (prices != null) {
                wanted =
                        wanted.withPrices(injector.getInstance(ReadPrices.class).read(prices));
            }
            Proposal proposal =
                    injector.getInstance(BuildPortfolio.class).build(withBudget(documents.brief(asked)), wanted);
            if (format == TableOrJson.JSON) {
                out.println(documents.portfolio(proposal));
            } else {
                PortfolioReport.print(proposal, out);
            }
        }
        out.flush();
        return Main.DONE;
    }

    private Brief withBudget(Brief read) {
        if (budget == null) {
            return read;
        }
        try {
            return read.withBudget(
                    new Money(budget, read.budget().map(Money::currency).orElse(PriceList.DOLLAR)));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }
}
