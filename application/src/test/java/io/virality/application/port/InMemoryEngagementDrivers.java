package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Profile;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.insight.EngagementDrivers;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Statement;
import io.virality.domain.stats.Figures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The design of the regression by plain loops. */
final class InMemoryEngagementDrivers {

    private final InMemoryStore store;
    private final Map<String, List<Double>> columns = new LinkedHashMap<>();
    private final List<InMemoryStore.Counted> measured = new ArrayList<>();
    private int videos;

    InMemoryEngagementDrivers(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather() {
        for (int i = 0; i < store.creators.size(); i++) {
            InMemoryStore.Known known = store.creators.get(i);
            for (InMemoryStore.Post post : known.videos.values()) {
                Optional<InMemoryStore.Counted> newest = post.counts.values().stream()
                        .filter(counted -> !counted.counts().equals(VideoCounts.UNKNOWN))
                        .max(Comparator.comparing(
                                counted -> counted.provenance().observedAt()));
                if (newest.isPresent()) {
                    videos++;
                    add(i + 1, known, post, newest.get());
                }
            }
        }
        Map<String, double[]> figures = new LinkedHashMap<>();
        columns.forEach((name, values) -> figures.put(
                name, values.stream().mapToDouble(Double::doubleValue).toArray()));
        return new Evidence(
                        new Statement("none", "computed in memory"),
                        List.of(),
                        Map.of(),
                        measured.size(),
                        videos - measured.size(),
                        measured.stream()
                                .map(counted -> counted.provenance().observedAt())
                                .max(Comparator.naturalOrder()),
                        Origin.of(
                                measured.stream()
                                        .anyMatch(
                                                counted -> counted.provenance().origin() == Origin.REAL),
                                measured.stream()
                                        .anyMatch(
                                                counted -> counted.provenance().origin() == Origin.SIMULATED)))
                .with(new Figures(figures));
    }

    private static boolean complete(InMemoryStore.Known known, InMemoryStore.Counted counted) {
        VideoCounts counts = counted.counts();
        return InMemoryStore.followers(known, counted).isPresent()
                && counts.views().orElse(0) > 0
                && counts.likes().isPresent()
                && counts.comments().isPresent()
                && counts.shares().isPresent();
    }

    private void add(int creator, InMemoryStore.Known known, InMemoryStore.Post post, InMemoryStore.Counted counted) {
        put(EngagementDrivers.CREATOR, creator);
        put(EngagementDrivers.ENGAGEMENT, complete(known, counted) ? engagement(counted) : Double.NaN);
        put(
                EngagementDrivers.POSTED,
                post.details
                        .postedAt()
                        .map(moment -> (double) moment.toEpochMilli())
                        .orElse(Double.NaN));
        OptionalLong followers = InMemoryStore.followers(known, counted);
        put("followers", followers.isPresent() ? followers.getAsLong() : Double.NaN);
        put(
                "length",
                post.details
                        .duration()
                        .map(length -> (double) length.toSeconds())
                        .orElse(Double.NaN));
        put("hashtags", post.details.hashtags().size());
        Profile profile = known.current.profile();
        put("verified", profile.verified().map(InMemoryEngagementDrivers::flag).orElse(Double.NaN));
        boolean described =
                profile.nickname().isPresent() || profile.biography().isPresent();
        put("bio_link", described ? flag(profile.bioLink().isPresent()) : Double.NaN);
    }

    private double engagement(InMemoryStore.Counted counted) {
        measured.add(counted);
        VideoCounts counts = counted.counts();
        double interactions = counts.likes().orElseThrow()
                + counts.comments().orElseThrow()
                + counts.shares().orElseThrow();
        return interactions / counts.views().orElseThrow();
    }

    private static double flag(boolean is) {
        return is ? 1 : 0;
    }

    private void put(String name, double value) {
        columns.computeIfAbsent(name, none -> new ArrayList<>()).add(value);
    }
}
