package io.virality.application.portfolio;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.InsightQueries;
import io.virality.application.port.PortfolioSolver;
import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.insight.CreatorProspects;
import io.virality.domain.insight.Evidence;
import io.virality.domain.marketplace.Money;
import io.virality.domain.portfolio.AtLeast;
import io.virality.domain.portfolio.AtMost;
import io.virality.domain.portfolio.Budget;
import io.virality.domain.portfolio.Choice;
import io.virality.domain.portfolio.Clash;
import io.virality.domain.portfolio.Constraint;
import io.virality.domain.portfolio.Group;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Portfolio;
import io.virality.domain.portfolio.PortfolioSearch;
import io.virality.domain.portfolio.Proposal;
import io.virality.domain.portfolio.Prospects;
import io.virality.domain.portfolio.Terms;
import io.virality.domain.portfolio.Worth;
import io.virality.domain.pricing.Price;
import io.virality.domain.pricing.PriceList;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Goal;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the creators that are worth most together, within a budget and other limits. */
public final class BuildPortfolio {

    private final InsightQueries queries;
    private final PortfolioSolver solver;
    private final Tiers tiers;

    @Inject
    BuildPortfolio(InsightQueries queries, PortfolioSolver solver, Tiers tiers) {
        this.queries = queries;
        this.solver = solver;
        this.tiers = tiers;
    }

    /**
     * The best set, and what explains it.
     *
     * @throws Failure {@code INVALID_INPUT} without a budget; {@code IMPOSSIBLE_INPUT} if a limit or price cannot be;
     *     {@code INFEASIBLE} if limits clash, or nobody is there to choose from: it says which and why; {@code TOO_LARGE} if
     *     the best cannot be proven in time
     */
    public Proposal build(Brief brief, Terms terms) {
        Money money = brief.budget()
                .orElseThrow(() -> Failure.invalid("without a budget there is nothing to choose: say how much it is"));
        try {
            Plan plan = new Plan(terms.aim(), new Budget(money), checked(terms.limits()), terms.seed());
            Worth worth = Worth.of(brief.goal(), terms.worth());
            PriceList prices = new PriceList(money.currency(), tiers, terms.thousandViews(), terms.thousandViewsBy());
            Map<String, Price> given = terms.prices().entrySet().stream()
                    .collect(Collectors.toMap(
                            price -> Handle.tiktok(price.getKey()).name(),
                            price -> Price.given(new Money(price.getValue(), money.currency())),
                            (one, other) -> {
                                throw new IllegalArgumentException("two prices of one creator: "
                                        + one.likely().amount() + " and "
                                        + other.likely().amount());
                            }));
            brief.tiersOf(tiers);
            terms.thousandViewsBy().keySet().forEach(this::requireKnown);
            return propose(plan, new Prospects(brief, plan.budget(), tiers, worth, prices, given), worth, prices);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }

    private Proposal propose(Plan plan, Prospects prospects, Worth worth, PriceList prices) {
        Evidence evidence = queries.gather(new CreatorProspects());
        requireCurrency(worth, prices, evidence);
        Prospects.Found found = prospects.among(evidence);
        if (found.candidates().isEmpty()) {
            throw new Failure(Failure.Kind.INFEASIBLE, nobody(found));
        }
        Choice choice = new PortfolioSearch(solver::solve, found.candidates(), plan).search();
        if (choice instanceof Clash clash) {
            throw new Failure(Failure.Kind.INFEASIBLE, clash.words());
        }
        return new Proposal(
                (Portfolio) choice, found, worth, prices, evidence.statement(), evidence.asOf(), evidence.origin());
    }

    private static void requireCurrency(Worth worth, PriceList prices, Evidence evidence) {
        if (worth.goal() != Goal.SALES) {
            return;
        }
        String budget = prices.currency().getCurrencyCode();
        evidence.rows().stream()
                .map(row -> row.text("currency"))
                .filter(Objects::nonNull)
                .filter(currency -> !currency.equals(budget))
                .findFirst()
                .ifPresent(currency -> {
                    throw new Failure(
                            Failure.Kind.IMPOSSIBLE_INPUT,
                            "sales are told in " + currency + ", the budget in " + budget
                                    + ": they cannot be compared; give the budget in " + currency);
                });
    }

    private static String nobody(Prospects.Found found) {
        return "nobody to choose from: of all creators " + found.fewVideos() + " have fewer than "
                + Prospects.FEWEST_VIDEOS + " videos whose views are known, for " + found.notAsked()
                + " others the brief does not ask, of " + found.withoutFigures()
                + " nothing is told that the goal needs, and " + found.unaffordable()
                + " cost more than the whole budget";
    }

    /** Names that nobody can have are mistakes, not groups without members. */
    private List<Constraint> checked(List<Constraint> limits) {
        for (Constraint limit : limits) {
            if (limit instanceof AtLeast least) {
                requireKnown(least.group());
            } else if (limit instanceof AtMost most) {
                requireKnown(most.group());
            }
        }
        return limits;
    }

    /** A tier, a region, or both with a slash between them. */
    private void requireKnown(String priced) {
        String[] parts = priced.split("/", -1);
        boolean tier = tiers.all().stream().map(Tier::name).anyMatch(parts[0]::equalsIgnoreCase);
        boolean region = Stream.of(Locale.getISOCountries()).anyMatch(parts[parts.length - 1]::equalsIgnoreCase);
        if (parts.length > 2 || (parts.length == 2 ? !tier || !region : !tier && !region)) {
            throw new IllegalArgumentException("a price of a thousand views of '" + priced
                    + "': write a tier, a region's two letters, or both as micro/GB");
        }
    }

    private void requireKnown(Group group) {
        List<String> known =
                switch (group.kind()) {
                    case EVERYONE -> List.of("");
                    case TIER -> tiers.all().stream().map(Tier::name).toList();
                    case CATEGORY -> Category.ALL.stream().map(Category::id).toList();
                    case REGION -> Stream.of(Locale.getISOCountries()).toList();
                };
        if (known.stream().noneMatch(group.name()::equalsIgnoreCase)) {
            throw new Failure(
                    Failure.Kind.IMPOSSIBLE_INPUT,
                    group.kind() == Group.Kind.REGION
                            ? "unknown region '" + group.name() + "': write the country's two letters by ISO 3166"
                            : Suggestion.unknown(group.kind().id(), group.name(), known));
        }
    }
}
