package io.virality.application.portfolio;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.CreatorIndex;
import io.virality.application.port.Earnings;
import io.virality.application.port.FeedbackLog;
import io.virality.application.port.PortfolioSolver;
import io.virality.application.port.Portraits;
import io.virality.application.recommendation.FindCandidates;
import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sold;
import io.virality.domain.model.TrainingProgress;
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
import io.virality.domain.recommendation.Candidate;
import io.virality.domain.recommendation.Feedback;
import io.virality.domain.recommendation.Goal;
import io.virality.domain.recommendation.Portrait;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Chooses the creators that are worth most together, within a budget and other limits. */
public final class BuildPortfolio {

    private final FindCandidates findCandidates;
    private final CreatorIndex index;
    private final Portraits portraits;
    private final FeedbackLog feedbackLog;
    private final Earnings earnings;
    private final PortfolioSolver solver;
    private final Tiers tiers;

    @Inject
    BuildPortfolio(
            FindCandidates findCandidates,
            CreatorIndex index,
            Portraits portraits,
            FeedbackLog feedbackLog,
            Earnings earnings,
            PortfolioSolver solver,
            Tiers tiers) {
        this.findCandidates = findCandidates;
        this.index = index;
        this.portraits = portraits;
        this.feedbackLog = feedbackLog;
        this.earnings = earnings;
        this.solver = solver;
        this.tiers = tiers;
    }

    /**
     * The best set, and what explains it.
     *
     * @param progress is told by several threads, one at a time
     * @throws Failure {@code INVALID_INPUT} without a budget; {@code IMPOSSIBLE_INPUT} if a limit or price cannot be;
     *     {@code NOT_FOUND} if one of the shortlist is not known; {@code INFEASIBLE} if limits clash, or nobody is there to
     *     choose from: it says which and why; {@code TOO_LARGE} if the best cannot be proven in time
     */
    public Proposal build(Brief brief, Terms terms, Consumer<TrainingProgress> progress) {
        Money money = brief.budget()
                .orElseThrow(() -> Failure.invalid("without a budget there is nothing to choose: say how much it is"));
        try {
            Plan plan = new Plan(terms.aim(), new Budget(money), checked(terms.limits()), terms.seed());
            Worth worth = Worth.of(brief.goal(), terms.worth());
            PriceList prices = new PriceList(money.currency(), tiers, terms.thousandViews(), terms.thousandViewsBy());
            brief.tiersOf(tiers);
            terms.thousandViewsBy().keySet().forEach(this::requireKnown);
            Set<String> shortlist = terms.among().stream()
                    .map(handle -> Handle.tiktok(handle).name())
                    .collect(Collectors.toSet());
            Prospects prospects =
                    new Prospects(brief, tiers, plan.budget(), worth, prices, given(terms, money), shortlist);
            FindCandidates.Found found = findCandidates.find(brief, terms.closest());
            List<Candidate> candidates = new ArrayList<>(found.candidates());
            List<String> notes = new ArrayList<>(found.notes());
            if (candidates.isEmpty()) {
                notes.add("No creator answers to the brief's words: chosen by its limits alone.");
                candidates.addAll(named(brief, portraits.page(0, Prospects.MOST)));
            }
            candidates.addAll(missing(brief, shortlist, candidates));
            Prospects.Found among = prospects.among(candidates, sold(candidates, worth, money));
            return new Proposal(portfolio(plan, among, progress), among, worth, prices, notes);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }

    private static Map<String, Price> given(Terms terms, Money budget) {
        Map<String, Price> given = new HashMap<>();
        terms.prices().forEach((handle, asked) -> {
            Money price = new Money(asked.amount(), asked.currency().orElse(budget.currency()));
            if (!price.currency().equals(budget.currency())) {
                throw new IllegalArgumentException("the price of " + handle + " is in " + price.currency()
                        + ", the budget in " + budget.currency() + ": they cannot be compared");
            }
            Price before = given.put(Handle.tiktok(handle).name(), Price.given(price));
            if (before != null) {
                throw new IllegalArgumentException(
                        "two prices of " + handle + ": " + before.likely().amount() + " and " + price.amount());
            }
        });
        return given;
    }

    /** Those of the shortlist that do not answer to the brief's words, or less than others do. */
    private List<Candidate> missing(Brief brief, Set<String> shortlist, List<Candidate> found) {
        Set<Long> there =
                found.stream().map(candidate -> candidate.portrait().creator()).collect(Collectors.toSet());
        Set<Long> missing = new TreeSet<>();
        for (String handle : shortlist) {
            long creator = index.number(Handle.tiktok(handle))
                    .orElseThrow(() -> Failure.notFound("no creator @" + handle + " of the shortlist is known"));
            if (!there.contains(creator)) {
                missing.add(creator);
            }
        }
        return named(brief, portraits.of(missing));
    }

    private List<Candidate> named(Brief brief, List<Portrait> creators) {
        Map<Long, Feedback> feedback = brief.brand().map(feedbackLog::of).orElse(Map.of());
        Map<Long, Fee> fees =
                earnings.fees(creators.stream().map(Portrait::creator).toList());
        return creators.stream()
                .map(portrait -> Candidate.named(
                        portrait,
                        Optional.ofNullable(feedback.get(portrait.creator())).map(Feedback::stage),
                        Optional.ofNullable(fees.get(portrait.creator()))))
                .toList();
    }

    private Map<Long, Sold> sold(List<Candidate> candidates, Worth worth, Money budget) {
        if (worth.goal() != Goal.SALES) {
            return Map.of();
        }
        Map<Long, Sold> sold = earnings.sold(numbers(candidates));
        sold.values().stream()
                .map(figures -> figures.net().currency())
                .filter(currency -> !currency.equals(budget.currency()))
                .findFirst()
                .ifPresent(currency -> {
                    throw new Failure(
                            Failure.Kind.IMPOSSIBLE_INPUT,
                            "sales are told in " + currency + ", the budget in " + budget.currency()
                                    + ": they cannot be compared; give the budget in " + currency);
                });
        return sold;
    }

    private static List<Long> numbers(List<Candidate> candidates) {
        return candidates.stream()
                .map(candidate -> candidate.portrait().creator())
                .toList();
    }

    private Portfolio portfolio(Plan plan, Prospects.Found found, Consumer<TrainingProgress> progress) {
        if (found.prospects().isEmpty()) {
            throw new Failure(Failure.Kind.INFEASIBLE, nobody(found));
        }
        Choice choice = new PortfolioSearch(solver::solve, found.prospects(), plan).search(progress);
        if (choice instanceof Clash clash) {
            throw new Failure(Failure.Kind.INFEASIBLE, clash.words());
        }
        return (Portfolio) choice;
    }

    private static String nobody(Prospects.Found found) {
        return "nobody to choose from: "
                + (found.leftOut().isEmpty()
                        ? "no creator is known"
                        : "left out are "
                                + found.leftOut().entrySet().stream()
                                        .map(entry -> entry.getValue() + " " + entry.getKey())
                                        .collect(Collectors.joining(", ")));
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
