package io.virality.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.virality.application.Failure;
import io.virality.domain.portfolio.AtLeast;
import io.virality.domain.portfolio.AtMost;
import io.virality.domain.portfolio.Constraint;
import io.virality.domain.portfolio.Group;
import io.virality.domain.portfolio.OverlapCap;
import io.virality.domain.portfolio.Plan;
import io.virality.domain.portfolio.Terms;
import io.virality.domain.portfolio.Terms.Asked;
import io.virality.web.BriefView.BudgetView;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a portfolio must keep to besides its brief and budget, as a client or a file writes it. What is left out does not
 * restrict, and what nobody tells is assumed. Amounts are in the budget's currency: {@code worth} of a thousand views, an
 * interaction, or the part of net sales that stays; {@code thousandViews} is their price, {@code thousandViewsBy} that of a
 * tier, a region or {@code tier/region}; {@code prices} are those of a video, by handle. {@code among} these handles it is
 * chosen, else among the {@code closest} to the brief, 300 if not told.
 */
record TermsView(
        Optional<String> aim,
        OptionalLong seed,
        Optional<String> worth,
        Optional<String> thousandViews,
        Optional<Map<String, String>> thousandViewsBy,
        Optional<Map<String, TermsPriceView>> prices,
        Optional<List<String>> among,
        OptionalLong closest,
        Optional<TermsCountView> creators,
        Optional<Map<String, TermsCountView>> tiers,
        Optional<Map<String, TermsCountView>> categories,
        Optional<Map<String, TermsCountView>> regions,
        Optional<TermsOverlapView> overlap) {

    private static final long USUAL_SEED = 1;
    private static final double THOUSANDTHS = 1_000;

    /** No terms. */
    static final TermsView NONE = new TermsView(
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** What a video costs; a text or a number alone is an amount in the budget's currency. */
    record TermsPriceView(String amount, Optional<String> currency) {

        @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
        TermsPriceView {}

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TermsPriceView of(String amount) {
            return new TermsPriceView(amount, Optional.empty());
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TermsPriceView of(long amount) {
            return of(Long.toString(amount));
        }

        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static TermsPriceView of(double amount) {
            return of(BigDecimal.valueOf(amount).toString());
        }

        private Asked asked() {
            return new Asked(BudgetView.amount(amount), currency.map(BudgetView::currency));
        }
    }

    /** How many may be hired. */
    record TermsCountView(OptionalLong least, OptionalLong most) {}

    /**
     * {@code most} of a creator's audience that may be reached through others as well, {@code alike} what two of one region
     * and category are thought to share, {@code known} what pairs share.
     */
    record TermsOverlapView(double most, Optional<Double> alike, Optional<List<TermsSharedView>> known) {}

    record TermsSharedView(String one, String other, double share) {}

    /**
     * The terms.
     *
     * @throws Failure {@code IMPOSSIBLE_INPUT} if no portfolio can be like that
     */
    Terms terms() {
        try {
            List<Constraint> limits = new ArrayList<>();
            creators.ifPresent(count -> add(Group.EVERYONE, count, limits));
            add(Group.Kind.TIER, tiers, limits);
            add(Group.Kind.CATEGORY, categories, limits);
            add(Group.Kind.REGION, regions, limits);
            overlap.ifPresent(cap -> limits.add(cap(cap)));
            return new Terms(
                    aim.map(name -> DesignView.constant(Plan.Aim.class, "aim", name))
                            .orElse(Plan.Aim.EXPECTED),
                    limits,
                    worth.map(BudgetView::amount),
                    thousandViews.map(BudgetView::amount),
                    amounts(thousandViewsBy),
                    asked(),
                    among.map(Set::copyOf).orElse(Set.of()),
                    whole(closest.orElse(Terms.USUALLY_CLOSEST)),
                    seed.orElse(USUAL_SEED));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.IMPOSSIBLE_INPUT, e.getMessage(), e);
        }
    }

    private Map<String, Asked> asked() {
        Map<String, Asked> asked = new LinkedHashMap<>();
        prices.orElse(Map.of()).forEach((handle, price) -> {
            if (price == null || price.amount() == null) {
                throw new IllegalArgumentException("the price of '" + handle + "' is missing");
            }
            asked.put(handle, price.asked());
        });
        return asked;
    }

    private static Map<String, BigDecimal> amounts(Optional<Map<String, String>> told) {
        Map<String, BigDecimal> amounts = new LinkedHashMap<>();
        told.orElse(Map.of()).forEach((name, amount) -> {
            if (amount == null) {
                throw new IllegalArgumentException("the price of '" + name + "' is missing");
            }
            amounts.put(name, BudgetView.amount(amount));
        });
        return amounts;
    }

    private static void add(Group.Kind kind, Optional<Map<String, TermsCountView>> counts, List<Constraint> limits) {
        counts.orElse(Map.of()).forEach((name, count) -> add(new Group(kind, name(kind, name.strip())), count, limits));
    }

    private static String name(Group.Kind kind, String told) {
        return kind == Group.Kind.REGION ? told.toUpperCase(Locale.ROOT) : told.toLowerCase(Locale.ROOT);
    }

    private static void add(Group group, TermsCountView count, List<Constraint> limits) {
        if (count == null) {
            throw new IllegalArgumentException("how many " + group.words() + "? Tell least, most or both");
        }
        count.least().ifPresent(least -> limits.add(new AtLeast(group, whole(least))));
        count.most().ifPresent(most -> limits.add(new AtMost(group, whole(most))));
    }

    private static int whole(long count) {
        return (int) Math.max(-1, Math.min(Integer.MAX_VALUE, count));
    }

    private static OverlapCap cap(TermsOverlapView cap) {
        Map<OverlapCap.Pair, Integer> known = new LinkedHashMap<>();
        for (TermsSharedView shared : cap.known().orElse(List.of())) {
            if (shared == null || shared.one() == null || shared.other() == null) {
                throw new IllegalArgumentException("whose audiences overlap? Tell one, other and share");
            }
            known.put(new OverlapCap.Pair(name(shared.one()), name(shared.other())), thousandths(shared.share()));
        }
        return new OverlapCap(
                thousandths(cap.most()),
                cap.alike().map(TermsView::thousandths).orElse(OverlapCap.USUALLY_ALIKE),
                known);
    }

    private static String name(String handle) {
        return (handle.startsWith("@") ? handle.substring(1) : handle).toLowerCase(Locale.ROOT);
    }

    private static int thousandths(double share) {
        return (int) Math.round(share * THOUSANDTHS);
    }
}
