package io.virality.domain.portfolio;

import io.virality.domain.category.Category;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Tiers;
import io.virality.domain.marketplace.Fee;
import io.virality.domain.marketplace.Sold;
import io.virality.domain.pricing.Price;
import io.virality.domain.pricing.PriceList;
import io.virality.domain.recommendation.Brief;
import io.virality.domain.recommendation.Candidate;
import io.virality.domain.recommendation.Expectations;
import io.virality.domain.recommendation.Expectations.OneVideo;
import io.virality.domain.recommendation.Goal;
import io.virality.domain.recommendation.Portrait;
import io.virality.domain.recommendation.Screening;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Those that answer to a brief and can be reckoned with, with what they cost and what they are worth. A video of theirs is
 * expected to bring what {@link Expectations} say, as in recommendations, so that one lucky video does not win.
 */
public final class Prospects {

    /** Of a creator with fewer videos nothing is expected. */
    public static final int FEWEST_VIDEOS = 3;

    /** Among more creators the best set is not looked for. */
    public static final int MOST = 1_000;

    private final Brief brief;
    private final Tiers tiers;
    private final Budget budget;
    private final Worth worth;
    private final PriceList prices;
    private final Map<String, Price> given;
    private final Set<String> shortlist;

    /**
     * How to find them.
     *
     * @param brief what is asked for
     * @param tiers in force
     * @param budget who costs more is none
     * @param worth of the goal
     * @param prices where none is given or was paid
     * @param given prices by handle
     * @param shortlist handles of those among whom to choose; empty for all
     */
    public Prospects(
            Brief brief,
            Tiers tiers,
            Budget budget,
            Worth worth,
            PriceList prices,
            Map<String, Price> given,
            Set<String> shortlist) {
        this.brief = brief;
        this.tiers = tiers;
        this.budget = budget;
        this.worth = worth;
        this.prices = prices;
        this.given = Map.copyOf(given);
        this.shortlist = Set.copyOf(shortlist);
    }

    /**
     * Who is there to choose from.
     *
     * @param prospects at most {@link #MOST}, those that answer best to the brief first
     * @param leftOut how many are not, by why, in words
     * @param notes what became of those of the shortlist that are none
     * @param origin of those that are
     * @param asOf when the newest of them was observed
     */
    public record Found(
            List<Prospect> prospects,
            SortedMap<String, Long> leftOut,
            List<String> notes,
            Origin origin,
            Optional<Instant> asOf) {

        /** Copies are kept. */
        public Found {
            prospects = List.copyOf(prospects);
            leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
            notes = List.copyOf(notes);
        }
    }

    /**
     * Those among candidates.
     *
     * @param candidates that answer to the brief's words, and those of the shortlist
     * @param sold by them, by their numbers; needed for sales alone
     */
    public Found among(List<Candidate> candidates, Map<Long, Sold> sold) {
        Screening screening = new Screening(brief, tiers);
        List<Candidate> crowd = screening.screen(candidates).kept();
        Expectations expectations = new Expectations(
                crowd.stream().map(Candidate::portrait).toList(), worth.goal() == Goal.ENGAGEMENT, tiers);
        double salesPerView = salesPerView(sold);
        SortedMap<String, Long> leftOut = new TreeMap<>();
        List<String> notes = new ArrayList<>();
        List<Prospect> prospects = new ArrayList<>();
        Set<Origin> origins = new HashSet<>();
        Optional<Instant> asOf = Optional.empty();
        for (Candidate candidate : candidates.stream()
                .sorted(Comparator.comparingDouble(Candidate::relevance).reversed())
                .filter(this::isMeant)
                .toList()) {
            Portrait portrait = candidate.portrait();
            Optional<OneVideo> video = expectations.oneVideo(portrait);
            OptionalDouble perUnit = perUnit(Optional.ofNullable(sold.get(portrait.creator())), salesPerView);
            Optional<Price> price = price(portrait, candidate.fee());
            Optional<String> refusal = screening.refusal(candidate).or(() -> shortage(portrait, video, perUnit, price));
            if (refusal.isPresent()) {
                leftOut.merge(refusal.get(), 1L, Long::sum);
                if (!shortlist.isEmpty()) {
                    notes.add("@" + name(portrait) + " of the shortlist is left out: " + refusal.get() + ".");
                }
            } else {
                prospects.add(prospect(candidate, video.orElseThrow(), perUnit.getAsDouble(), price.orElseThrow()));
                origins.add(portrait.origin());
                asOf = Optional.of(asOf.filter(portrait.observedAt()::isBefore).orElse(portrait.observedAt()));
            }
        }
        int most = Math.min(MOST, prospects.size());
        if (most < prospects.size()) {
            leftOut.put("answer less to the brief than the first 1,000", (long) prospects.size() - most);
        }
        return new Found(
                prospects.subList(0, most),
                leftOut,
                notes,
                origins.isEmpty()
                        ? Origin.REAL
                        : origins.size() > 1 ? Origin.MIXED : origins.iterator().next(),
                asOf);
    }

    private boolean isMeant(Candidate candidate) {
        return shortlist.isEmpty() || shortlist.contains(name(candidate.portrait()));
    }

    private static String name(Portrait portrait) {
        return portrait.handle().map(Handle::name).orElse("");
    }

    /** Why nothing can be reckoned with it. */
    private Optional<String> shortage(
            Portrait portrait, Optional<OneVideo> video, OptionalDouble perUnit, Optional<Price> price) {
        if (portrait.handle().isEmpty()) {
            return Optional.of("without a handle");
        }
        if (video.isEmpty() || video.get().videos() < FEWEST_VIDEOS || price.isEmpty()) {
            return Optional.of("with fewer than " + FEWEST_VIDEOS + " videos whose counts are known");
        }
        if (perUnit.isEmpty()) {
            return Optional.of("whose sales nobody tells");
        }
        if (budget.most().minus(price.get().likely()).isNegative()) {
            return Optional.of("dearer than the whole budget");
        }
        return Optional.empty();
    }

    private Optional<Price> price(Portrait portrait, Optional<Fee> fee) {
        return Optional.ofNullable(given.get(name(portrait)))
                .or(() -> prices.of(
                        fee,
                        portrait.medianViews(),
                        tiers.of(portrait.followers().orElse(0)),
                        portrait.profile().region()));
    }

    private Prospect prospect(Candidate candidate, OneVideo video, double perUnit, Price price) {
        Portrait portrait = candidate.portrait();
        return new Prospect(
                name(portrait),
                tiers.of(portrait.followers().orElse(0)).name(),
                portrait.profile().region().map(code -> code.toUpperCase(Locale.ROOT)),
                category(portrait),
                candidate.stage(),
                video.videos(),
                price,
                new Value(Math.min(Price.LARGEST, perUnit * video.mean()), video.spread(), video.doubt()));
    }

    /** One that the brief asks for, if it is meant; else as the source writes it. */
    private Optional<String> category(Portrait portrait) {
        Optional<String> told = portrait.profile().category();
        Set<Category> meant = told.map(Category::meant).orElse(Set.of());
        return meant.stream()
                .filter(brief.categories()::contains)
                .findFirst()
                .or(() -> meant.stream().findFirst())
                .map(Category::id)
                .or(() -> told.map(word -> word.toLowerCase(Locale.ROOT)));
    }

    /** What a view, or an interaction, of the creator's is worth. */
    private OptionalDouble perUnit(Optional<Sold> sold, double usual) {
        double each = worth.each().doubleValue();
        return switch (worth.goal()) {
            case REACH -> OptionalDouble.of(each / 1_000);
            case ENGAGEMENT -> OptionalDouble.of(each);
            case SALES ->
                // As many views' worth of belief in the usual rate as the creator has.
                sold.filter(figures -> figures.views() > 0).stream()
                        .mapToDouble(figures -> each * (Math.max(0, net(figures)) / figures.views() + usual) / 2)
                        .findFirst();
        };
    }

    /** Net sales of all who sell, by their views. */
    private static double salesPerView(Map<Long, Sold> sold) {
        return sold.values().stream().mapToDouble(Prospects::net).sum()
                / sold.values().stream().mapToDouble(Sold::views).sum();
    }

    private static double net(Sold sold) {
        return sold.net().amount().doubleValue();
    }
}
