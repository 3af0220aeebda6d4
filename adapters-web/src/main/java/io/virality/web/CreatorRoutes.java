package io.virality.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.virality.application.Failure;
import io.virality.application.creator.DescribeCreator;
import io.virality.application.creator.FindCreators;
import io.virality.application.search.SearchCreators;
import io.virality.domain.creator.Counts;
import io.virality.domain.creator.Creator;
import io.virality.domain.creator.CreatorFilter;
import io.virality.domain.creator.CreatorFilter.Order;
import io.virality.domain.creator.Freshness;
import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Identity;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Page;
import io.virality.domain.creator.Platform;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.Provenance;
import io.virality.domain.creator.Snapshot;
import io.virality.domain.creator.Tier;
import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.EngagementRate;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.search.SearchMode;
import io.virality.domain.search.SearchResult;
import io.virality.domain.search.SearchText;
import io.virality.web.ClassificationView.PredictionView;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Creators: found by a filter, or one with its history. */
final class CreatorRoutes implements Routes {

    private static final int USUAL_PAGE = 20;
    private static final int USUAL_HISTORY = 400;
    private static final int LONGEST_HISTORY = 10_000;

    private final FindCreators findCreators;
    private final DescribeCreator describeCreator;
    private final SearchCreators searchCreators;
    private final Tiers tiers;

    /**
     * {@code definition} is the rate by which engagement is sorted; {@code found} says of creators that were searched by
     * {@code mode} why they were found.
     */
    record CreatorsView(
            List<CreatorView> creators,
            Optional<String> next,
            long total,
            String definition,
            Origin data,
            Optional<SearchView> found) {}

    record CreatorView(
            Platform platform,
            Optional<String> platformId,
            Optional<String> handle,
            Optional<String> nickname,
            Optional<String> biography,
            Optional<String> region,
            Optional<String> language,
            Optional<String> category,
            Optional<Boolean> verified,
            Optional<String> tier,
            OptionalLong followers,
            OptionalLong following,
            OptionalLong likes,
            OptionalLong videos,
            List<RateView> rates,
            Instant observedAt,
            SourceView source,
            Origin data) {

        static CreatorView of(Creator creator, Tiers tiers) {
            Identity identity = creator.identity();
            Profile profile = creator.profile();
            Counts counts = creator.counts();
            OptionalLong followers = counts.followers();
            return new CreatorView(
                    identity.platform(),
                    identity.platformId(),
                    identity.handle().map(Handle::name),
                    profile.nickname(),
                    profile.biography(),
                    profile.region(),
                    profile.language(),
                    profile.category(),
                    profile.verified(),
                    followers.isPresent()
                            ? Optional.of(tiers.of(followers.getAsLong()).name())
                            : Optional.empty(),
                    followers,
                    counts.following(),
                    counts.likes(),
                    counts.videos(),
                    creator.rates().stream().map(RateView::of).toList(),
                    creator.provenance().observedAt(),
                    SourceView.of(creator.provenance()),
                    creator.provenance().origin());
        }
    }

    record RateView(String definition, double value, OptionalDouble likes) {

        static RateView of(EngagementRate rate) {
            return new RateView(rate.definition().id(), rate.value(), rate.likes());
        }
    }

    record SourceView(String name, String version, Freshness freshness) {

        static SourceView of(Provenance provenance) {
            return new SourceView(provenance.source(), provenance.version(), provenance.freshness());
        }
    }

    /**
     * {@code snapshots} is how many there are, {@code history} the newest of them, oldest first; {@code predicted} what the
     * creator probably posts about, where {@code category} is what a source tells.
     */
    record CreatorHistoryView(
            @JsonUnwrapped CreatorView creator,
            Optional<PredictionView> predicted,
            long snapshots,
            List<SnapshotView> history) {}

    record SnapshotView(
            Instant observedAt,
            OptionalLong followers,
            OptionalLong following,
            OptionalLong likes,
            OptionalLong videos,
            SourceView source,
            Origin data) {

        static SnapshotView of(Snapshot snapshot) {
            Counts counts = snapshot.counts();
            return new SnapshotView(
                    snapshot.provenance().observedAt(),
                    counts.followers(),
                    counts.following(),
                    counts.likes(),
                    counts.videos(),
                    SourceView.of(snapshot.provenance()),
                    snapshot.provenance().origin());
        }
    }

    @Inject
    CreatorRoutes(
            FindCreators findCreators, DescribeCreator describeCreator, SearchCreators searchCreators, Tiers tiers) {
        this.findCreators = findCreators;
        this.describeCreator = describeCreator;
        this.searchCreators = searchCreators;
        this.tiers = tiers;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get(
                        "/api/v1/creators",
                        "Creators that match all filters, a page at a time",
                        filters(),
                        CreatorsView.class,
                        this::find),
                Operation.get(
                        "/api/v1/creators/{handle}",
                        "A creator, and how its counts changed",
                        List.of(
                                Parameter.inPath("handle", "its name on the platform, with or without @"),
                                Parameter.oneOf(ids(Platform.values(), Platform::id), "platform", "where it posts")
                                        .usually(Platform.TIKTOK.id()),
                                Parameter.between(0, LONGEST_HISTORY, "history", "how many of the newest snapshots")
                                        .usually(USUAL_HISTORY)),
                        CreatorHistoryView.class,
                        this::describe));
    }

    private List<Parameter> filters() {
        List<String> tierNames = tiers.all().stream().map(Tier::name).toList();
        return List.of(
                Parameter.text("search", "words in the handle, nickname or biography; with a mode, any text"),
                Parameter.oneOf(
                        ids(SearchMode.values(), SearchMode::id),
                        "mode",
                        "how creators are searched: by words (BM25), by meaning, or by both; the best fit comes first"),
                Parameter.oneOf(tierNames, "tier", "size class by followers"),
                Parameter.text("region", "country of the account, not of the audience"),
                Parameter.flag("verified", "whether the platform verified the account"),
                Parameter.count("minFollowers", "at least this many followers"),
                Parameter.count("maxFollowers", "at most this many followers"),
                Parameter.oneOf(ids(Order.values(), Order::id), "sort", "a minus sign means descending")
                        .usually(Order.FOLLOWERS_DESCENDING.id()),
                Parameter.oneOf(
                        ids(RateDefinition.values(), RateDefinition::id),
                        "definition",
                        "engagement rate to sort by; by default the provider's where there is one"),
                Parameter.text("cursor", "where to go on: 'next' of the page before"),
                Parameter.between(1, CreatorFilter.LARGEST_PAGE, "limit", "how many on a page")
                        .usually(USUAL_PAGE));
    }

    private static <T> List<String> ids(T[] values, Function<T, String> id) {
        return Arrays.stream(values).map(id).toList();
    }

    private CreatorsView find(Query query) {
        Optional<String> text = query.text("search");
        Optional<SearchMode> mode = query.text("mode").map(id -> valid(() -> SearchMode.of(id)));
        if (text.isPresent() && mode.isPresent()) {
            return search(valid(() -> new SearchText(text.get())), mode.get(), query);
        }
        CreatorFilter filter = filter(query, text);
        FindCreators.Found found =
                findCreators.find(filter, query.text("definition").map(id -> valid(() -> RateDefinition.of(id))));
        Page<Creator> page = found.page();
        return new CreatorsView(
                page.items().stream()
                        .map(creator -> CreatorView.of(creator, tiers))
                        .toList(),
                page.next(),
                page.total(),
                found.definition().id(),
                origin(page.items()),
                Optional.empty());
    }

    private CreatorsView search(SearchText text, SearchMode mode, Query query) {
        if (query.text("sort").isPresent()) {
            throw Failure.invalid("with a mode the best fit comes first: leave 'sort' or 'mode' out");
        }
        SearchResult found =
                searchCreators.search(new SearchCreators.Search(text, mode, filter(query, Optional.empty())));
        List<Creator> creators =
                found.matches().stream().map(SearchResult.Match::creator).toList();
        return new CreatorsView(
                creators.stream().map(creator -> CreatorView.of(creator, tiers)).toList(),
                found.next(),
                found.ranking().total(),
                RateDefinition.BY_VIEWS.id(),
                origin(creators),
                Optional.of(SearchView.of(found)));
    }

    private static Origin origin(List<Creator> creators) {
        Set<Origin> origins =
                creators.stream().map(creator -> creator.provenance().origin()).collect(Collectors.toSet());
        return Origin.of(origins.contains(Origin.REAL), origins.contains(Origin.SIMULATED));
    }

    private CreatorFilter filter(Query query, Optional<String> search) {
        Optional<Tier> tier = query.text("tier").map(name -> valid(() -> tiers.named(name)));
        Order order = query.text("sort").map(CreatorRoutes::order).orElse(Order.FOLLOWERS_DESCENDING);
        OptionalLong least = least(query.count("minFollowers"), tier);
        OptionalLong most = most(query.count("maxFollowers"), tier);
        if (tier.isPresent() && least.orElse(0) > most.orElse(Long.MAX_VALUE)) {
            throw Failure.invalid("tier '" + tier.get().name() + "' has no creators between minFollowers and"
                    + " maxFollowers: leave one of them out");
        }
        int limit = Math.toIntExact(Math.min(query.count("limit").orElse(USUAL_PAGE), Integer.MAX_VALUE));
        return valid(() -> new CreatorFilter(
                search, least, most, query.text("region"), query.flag("verified"), order, query.text("cursor"), limit));
    }

    private OptionalLong least(OptionalLong asked, Optional<Tier> tier) {
        if (tier.isEmpty()) {
            return asked;
        }
        return OptionalLong.of(Math.max(asked.orElse(0), tier.get().fewest()));
    }

    private OptionalLong most(OptionalLong asked, Optional<Tier> tier) {
        OptionalLong end = tier.map(tiers::end).orElse(OptionalLong.empty());
        if (end.isEmpty()) {
            return asked;
        }
        return OptionalLong.of(Math.min(asked.orElse(Long.MAX_VALUE), end.getAsLong() - 1));
    }

    private static Order order(String id) {
        return Arrays.stream(Order.values())
                .filter(order -> order.id().equals(id))
                .findFirst()
                .orElseThrow(() ->
                        Failure.invalid("unknown order '" + id + "'; known orders: " + ids(Order.values(), Order::id)));
    }

    private CreatorHistoryView describe(Query query) {
        Handle handle = handle(query);
        long limit = query.count("history").orElse(USUAL_HISTORY);
        if (limit > LONGEST_HISTORY) {
            throw Failure.invalid("'history' must be at most " + LONGEST_HISTORY + ", not " + limit);
        }
        DescribeCreator.Description description = describeCreator.describe(handle);
        List<Snapshot> history = description.history();
        return new CreatorHistoryView(
                CreatorView.of(description.creator(), tiers),
                description.predicted().map(PredictionView::of),
                history.size(),
                history.stream()
                        .skip(Math.max(0, history.size() - limit))
                        .map(SnapshotView::of)
                        .toList());
    }

    /** The creator that an address names. */
    static Handle handle(Query query) {
        return valid(() ->
                new Handle(query.text("platform").map(Platform::of).orElse(Platform.TIKTOK), query.path("handle")));
    }

    /** A value that cannot be is the caller's mistake here: all of them come from the request. */
    private static <T> T valid(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }
}
