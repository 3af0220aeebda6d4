package io.virality.app;

import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Portfolio;
import io.virality.domain.portfolio.Portfolio.Limit;
import io.virality.domain.portfolio.Portfolio.Point;
import io.virality.domain.portfolio.Portfolio.Swap;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Prospect;
import io.virality.domain.portfolio.Prospects;
import io.virality.domain.pricing.Price;
import java.io.PrintWriter;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A portfolio for people. */
final class PortfolioReport {

    private PortfolioReport() {}

    static void print(Proposal proposal, PrintWriter out) {
        Portfolio portfolio = proposal.portfolio();
        Point best = portfolio.best();
        String currency = currency(best.price());
        if (best.chosen().isEmpty()) {
            out.println("NOBODY: no creator is thought to be worth its price, and no limit asks for any.");
        } else {
            out.printf(
                    Locale.ROOT,
                    "%d of %,d creators for %s%s: worth %s more than they cost, in nine of ten cases at least %s.%n%n",
                    best.chosen().size(),
                    portfolio.candidates(),
                    amount(best.price()),
                    currency,
                    amount(best.expected()),
                    amount(best.lower()));
            picks(portfolio, out);
        }
        limits(portfolio, out);
        swaps(portfolio, out);
        frontier(portfolio, out);
        basis(proposal, out);
    }

    private static void picks(Portfolio portfolio, PrintWriter out) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "creator", "tier", "region", "category", "videos", "price", "range or origin", "net value", "picked"));
        portfolio.picks().forEach(pick -> rows.add(row(pick, portfolio.draws())));
        Text.table(rows).forEach(out::println);
        out.printf(
                "%nPicked: in how many of %d draws of what might have been seen of the creators it belongs to the best set.%n",
                portfolio.draws());
        if (!portfolio.nearly().isEmpty()) {
            out.printf(
                    "Nearly: %s.%n",
                    portfolio.nearly().stream()
                            .map(pick -> name(pick.candidate()) + " " + share(pick.picked(), portfolio.draws()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private static List<String> row(Portfolio.Pick pick, int draws) {
        Prospect candidate = pick.candidate();
        return List.of(
                name(candidate)
                        + candidate
                                .stage()
                                .map(stage -> " (" + stage.name().toLowerCase(Locale.ROOT) + ")")
                                .orElse(""),
                candidate.tier(),
                Text.plain(candidate.region().orElse("?")),
                Text.plain(candidate.category().orElse("?")),
                String.valueOf(candidate.videos()),
                amount(candidate.price().likely()),
                candidate.price().basis() == Price.Basis.ESTIMATED
                        ? "estimated, " + amount(candidate.price().low()) + " to "
                                + amount(candidate.price().high())
                        : Text.plain(candidate.price().words()),
                amount(candidate.expectedNet()),
                share(pick.picked(), draws));
    }

    private static void limits(Portfolio portfolio, PrintWriter out) {
        out.printf(
                "%nLimits, and what the best set gains if one is a step less strict%s:%n",
                portfolio.best().tolerance().isPresent() ? " (here and below in certain money, as maximised)" : "");
        List<List<String>> rows = new ArrayList<>();
        for (Limit limit : portfolio.limits()) {
            rows.add(List.of(
                    Text.plain(limit.constraint().words()),
                    limit.used(),
                    limit.isBinding()
                            ? limit.constraint().step() + ": " + amount(limit.worth()) + " gained"
                            : "does not bind"));
        }
        Text.table(rows).forEach(out::println);
    }

    private static void swaps(Portfolio portfolio, PrintWriter out) {
        if (portfolio.swaps().isEmpty()) {
            return;
        }
        out.printf("%nThe swaps of one creator that cost least:%n");
        for (Swap swap : portfolio.swaps()) {
            out.printf("  %s for %s: %s lost%n", name(swap.in()), name(swap.out()), amount(swap.cost()));
        }
    }

    private static void frontier(Portfolio portfolio, PrintWriter out) {
        out.printf("%nExpected against certain: the best sets by how much loss is tolerated%n");
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("tolerance", "creators", "price", "net value", "in 9 of 10 cases at least", ""));
        for (Point point : portfolio.frontier()) {
            rows.add(List.of(
                    point.tolerance().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%,.0f", point.tolerance().getAsDouble())
                            : "any",
                    String.valueOf(point.chosen().size()),
                    amount(point.price()),
                    amount(point.expected()),
                    amount(point.lower()),
                    point.equals(portfolio.best()) ? "<- this one" : ""));
        }
        Text.table(rows).forEach(out::println);
    }

    private static void basis(Proposal proposal, PrintWriter out) {
        Portfolio portfolio = proposal.portfolio();
        Prospects.Found found = proposal.found();
        out.printf("%nMaximised: %s.%n", proposal.maximised());
        out.printf(
                "Value: %s. Price: %s.%n",
                proposal.worth().words(), proposal.prices().words());
        out.printf(
                Locale.ROOT,
                "If all ask for the least the set costs %s, if all ask for the most %s; the budget is kept by the likely"
                        + " prices.%n",
                amount(portfolio.best().low()),
                amount(portfolio.best().high()));
        if (portfolio.plan().aim() == Plan.Aim.EXPECTED
                && portfolio.best().lower().isNegative()) {
            out.println("In one of ten cases it loses money: --aim cautious chooses for these.");
        }
        out.printf(
                Locale.ROOT,
                "Among %,d candidates (%s data%s).%n",
                portfolio.candidates(),
                found.origin().id(),
                found.asOf().map(asOf -> ", as of " + asOf).orElse(""));
        if (!found.leftOut().isEmpty()) {
            out.printf(
                    "Left out: %s.%n",
                    found.leftOut().entrySet().stream()
                            .map(entry -> String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                            .collect(Collectors.joining(", ")));
        }
        proposal.caveats().forEach(out::println);
    }

    private static String name(Prospect candidate) {
        return "@" + Text.plain(candidate.handle());
    }

    private static String share(int picked, int draws) {
        return Math.round(100. * picked / draws) + " %";
    }

    private static String currency(Money money) {
        return money.currency().equals(Money.UNKNOWN)
                ? ""
                : " " + money.currency().getCurrencyCode();
    }

    private static String amount(Money money) {
        return String.format(Locale.ROOT, "%,.2f", money.amount().setScale(2, RoundingMode.HALF_EVEN));
    }
}
