package io.virality.domain.recommendation;

import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Brand;
import io.virality.domain.marketplace.Money;
import io.virality.domain.search.SearchText;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a brand is looking for. What is empty does not restrict. Words are data and never instructions.
 *
 * @param text what is promoted, and to whom, in a sentence or two: {@code vegan skincare for students}
 * @param brand who asks; feedback is kept by brand
 * @param goal what is wanted of the partners above all
 * @param regions countries, two letters of ISO 3166, upper case: one of them is the creator's
 * @param languages two letters of ISO 639, lower case: one of them is the creator's
 * @param categories one of them is what the creator posts about
 * @param tiers names of size classes: one of them is the creator's
 * @param budget for all partners together
 * @param exclusions creators that are out of the question
 * @param unsafe words a partner must not use, lower case
 * @param mustHave words of which a partner uses each, lower case
 * @param niceToHave words that speak for a partner, lower case
 * @param weights how much each part of the score counts
 */
public record Brief(
        String text,
        Optional<Brand> brand,
        Goal goal,
        SortedSet<String> regions,
        SortedSet<String> languages,
        Set<Category> categories,
        SortedSet<String> tiers,
        Optional<Money> budget,
        List<Handle> exclusions,
        SortedSet<String> unsafe,
        SortedSet<String> mustHave,
        SortedSet<String> niceToHave,
        Weights weights) {

    /** A sentence model reads less, and nobody more. */
    public static final int LONGEST_TEXT = 2_000;

    private static final int LONGEST_TERM = 60;
    private static final int MOST_TERMS = 50;
    private static final int MOST_EXCLUSIONS = 10_000;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** @throws IllegalArgumentException if it says nothing, too much, or what contradicts itself; the message says which */
    public Brief {
        text = text.strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "the brief's text is empty: say in a sentence what is promoted, and to whom");
        }
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("the brief's text has " + text.length() + " characters; at most "
                    + LONGEST_TEXT + " are read: say it shorter");
        }
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw new IllegalArgumentException("the brief's text holds no word");
        }
        regions = codes(
                "region",
                regions,
                COUNTRIES,
                region -> region.toUpperCase(Locale.ROOT),
                "write the country's two letters by ISO 3166, such as GB for the United Kingdom");
        languages = codes(
                "language",
                languages,
                LANGUAGES,
                language -> language.toLowerCase(Locale.ROOT),
                "write its two letters by ISO 639, such as en for English");
        categories = categories.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(categories));
        tiers = terms("tier", tiers);
        if (budget.isPresent() && budget.get().amount().signum() <= 0) {
            throw new IllegalArgumentException("the budget must be more than 0, not "
                    + budget.get().amount().stripTrailingZeros().toPlainString());
        }
        exclusions = List.copyOf(exclusions);
        if (exclusions.size() > MOST_EXCLUSIONS) {
            throw new IllegalArgumentException("at most " + MOST_EXCLUSIONS + " creators can be excluded");
        }
        unsafe = terms("brand-safety term", unsafe);
        mustHave = terms("must-have", mustHave);
        niceToHave = terms("nice-to-have", niceToHave);
        refuseCommon("must-have", mustHave, "a brand-safety term", unsafe);
        refuseCommon("nice-to-have", niceToHave, "a brand-safety term", unsafe);
    }

    /** Only a text: everything else at its usual value. */
    public static Brief of(String text) {
        return new Brief(
                text,
                Optional.empty(),
                Goal.REACH,
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Set.of(),
                Collections.emptySortedSet(),
                Optional.empty(),
                List.of(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Collections.emptySortedSet(),
                Weights.STANDARD);
    }

    /** What is looked for in what creators say. */
    public SearchText searched() {
        return new SearchText(text + " " + String.join(" ", niceToHave));
    }

    /** The same with another budget. */
    public Brief withBudget(Money other) {
        return new Brief(
                text,
                brand,
                goal,
                regions,
                languages,
                categories,
                tiers,
                Optional.of(other),
                exclusions,
                unsafe,
                mustHave,
                niceToHave,
                weights);
    }

    /**
     * The size classes it asks for; all if it names none.
     *
     * @throws IllegalArgumentException if it names one that is not in force
     */
    public List<Tier> tiersOf(Tiers inForce) {
        return tiers.isEmpty()
                ? inForce.all()
                : tiers.stream().map(inForce::named).toList();
    }

    private static SortedSet<String> codes(
            String what, Collection<String> given, Set<String> known, UnaryOperator<String> written, String help) {
        SortedSet<String> codes = new TreeSet<>();
        for (String code : given) {
            String as = written.apply(code.strip());
            if (!known.contains(as)) {
                throw new IllegalArgumentException("unknown " + what + " '" + shortened(code) + "': " + help);
            }
            codes.add(as);
        }
        return Collections.unmodifiableSortedSet(codes);
    }

    private static SortedSet<String> terms(String what, Collection<String> given) {
        SortedSet<String> terms = new TreeSet<>();
        for (String term : given) {
            String as = term.strip().toLowerCase(Locale.ROOT);
            if (as.isEmpty() || as.length() > LONGEST_TERM) {
                throw new IllegalArgumentException(
                        "a " + what + " has 1 to " + LONGEST_TERM + " characters: '" + shortened(term) + "'");
            }
            terms.add(as);
        }
        if (terms.size() > MOST_TERMS) {
            throw new IllegalArgumentException("at most " + MOST_TERMS + " of " + what + " can be given");
        }
        return Collections.unmodifiableSortedSet(terms);
    }

    private static void refuseCommon(String what, Set<String> some, String other, Set<String> others) {
        for (String term : some) {
            if (others.contains(term)) {
                throw new IllegalArgumentException("'" + term + "' is both " + what + " and " + other);
            }
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TERM ? text : text.substring(0, LONGEST_TERM) + "…";
    }
}
