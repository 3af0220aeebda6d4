package io.virality.app;

import com.google.inject.Injector;
import io.virality.app.Commands.Installation;
import io.virality.application.Failure;
import io.virality.application.marketplace.MeasureEfficiency;
import io.virality.application.port.Documents;
import io.virality.domain.efficiency.Efficiency;
import io.virality.domain.insight.Dimension;
import io.virality.persistence.PersistenceModule;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virality marketplace}. */
@Command(
        name = "marketplace",
        description = "Tells what spending on advertisements and creators cost and brought, with intervals.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Examples:",
            "  virality marketplace --by campaign",
            "  virality marketplace --by tier --from 2026-10-01 --to 2026-10-31 --media-price 12.50",
            "  virality marketplace --by creator --format json",
            "",
            "What each figure means, and what none of them says: docs/marketplace.md"
        })
final class MarketplaceCommand implements Callable<Integer> {

    private final Installation installation;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--by",
            paramLabel = "GROUPS",
            description =
                    "channel, campaign (default), ad, ad-format, audience, interest, creator, tier, region, category or period")
    private String by = Dimension.CAMPAIGN.id();

    @Option(names = "--from", paramLabel = "DATE", description = "nothing that began, or was sold, before (UTC)")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "nothing that began, or was sold, after that day (UTC)")
    private LocalDate to;

    @Option(
            names = "--media-price",
            paramLabel = "AMOUNT",
            description =
                    "what 1,000 views would cost as advertisements: shows earned media value, apart from all return")
    private BigDecimal mediaPrice;

    @Mixin
    private DatabaseOption database;

    @Option(names = "--format", paramLabel = "FORMAT", description = "table (default) or json")
    private TableOrJson format = TableOrJson.TABLE;

    @Option(names = "--sql", description = "prints the statement behind it alone, to run in the sqlite3 shell")
    private boolean sql;

    MarketplaceCommand(Installation installation) {
        this.installation = installation;
    }

    @Override
    public Integer call() {
        if (mediaPrice != null && mediaPrice.signum() < 0) {
            throw Failure.invalid("a price of 1,000 views cannot be negative: " + mediaPrice);
        }
        MeasureEfficiency.Wish wish = wish();
        PrintWriter out = spec.commandLine().getOut();
        try (PersistenceModule storage = PersistenceModule.existing(
                database.orElse(installation.settings().database()))) {
            Injector injector = installation.wire(storage);
            Efficiency efficiency =
                    injector.getInstance(MeasureEfficiency.class).measure(wish);
            if (sql) {
                out.println(efficiency.evidence().statement().text() + ";");
            } else if (format == TableOrJson.JSON) {
                out.println(
                        injector.getInstance(Documents.class).efficiency(efficiency, Optional.ofNullable(mediaPrice)));
            } else {
                new EfficiencyReport(efficiency, Optional.ofNullable(mediaPrice), out).print();
            }
        }
        out.flush();
        return Main.DONE;
    }

    private MeasureEfficiency.Wish wish() {
        try {
            return new MeasureEfficiency.Wish(Dimension.of(by), start(from), start(to == null ? null : to.plusDays(1)));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static Optional<Instant> start(LocalDate day) {
        return Optional.ofNullable(day)
                .map(date -> date.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
