package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.insight.DatasetSources;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.AdResult;
import io.virality.domain.marketplace.Fact;
import io.virality.domain.marketplace.Product;
import io.virality.domain.marketplace.PromoCode;
import io.virality.domain.marketplace.Sale;
import io.virality.domain.marketplace.Shop;
import io.virality.domain.marketplace.Touch;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lists everything that was said, and by whom. */
final class InMemoryDatasetSources {

    private final InMemoryStore store;
    private final Map<String, List<Provenance>> said = new LinkedHashMap<>();

    InMemoryDatasetSources(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather() {
        DatasetSources.KINDS.forEach(kind -> said.put(kind, new ArrayList<>()));
        for (InMemoryStore.Known known : store.creators) {
            known.profiles.values().forEach(profile -> add("profiles", profile.provenance()));
            known.snapshots.values().forEach(snapshot -> add("creator counts", snapshot.provenance()));
            known.videos.values().forEach(this::addCounts);
        }
        store.videosOfNobody.values().forEach(this::addCounts);
        store.growth.values().forEach(growth -> add("growth", growth.provenance()));
        store.facts
                .values()
                .forEach(told ->
                        add(kind(told.observation().fact()), told.observation().provenance()));
        List<Row> rows = new ArrayList<>();
        for (String source : store.sources) {
            said.forEach((kind, all) -> {
                List<Provenance> own = all.stream()
                        .filter(provenance -> InMemoryStore.source(provenance).equals(source))
                        .toList();
                if (!own.isEmpty()) {
                    rows.add(row(kind, own));
                }
            });
        }
        List<Provenance> all = said.values().stream().flatMap(List::stream).toList();
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                all.size(),
                0,
                all.stream()
                        .map(provenance -> provenance.observedAt().truncatedTo(ChronoUnit.SECONDS))
                        .max(Comparator.naturalOrder()),
                Origin.of(
                        all.stream().anyMatch(provenance -> provenance.origin() == Origin.REAL),
                        all.stream().anyMatch(provenance -> provenance.origin() == Origin.SIMULATED)));
    }

    private void addCounts(InMemoryStore.Post post) {
        post.counts.values().forEach(counted -> add("video counts", counted.provenance()));
    }

    private void add(String kind, Provenance provenance) {
        said.get(kind).add(provenance);
    }

    private static String kind(Fact fact) {
        if (fact instanceof Shop) {
            return "shops";
        } else if (fact instanceof Product) {
            return "products";
        } else if (fact instanceof Sale) {
            return "sales";
        } else if (fact instanceof Touch) {
            return "touches";
        } else if (fact instanceof PromoCode) {
            return "promo codes";
        }
        return fact instanceof AdResult ? "advertisements" : "sponsorships";
    }

    private static Row row(String kind, List<Provenance> own) {
        Provenance any = own.get(0);
        List<Instant> moments =
                own.stream().map(Provenance::observedAt).sorted().toList();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("source", any.source());
        values.put("version", any.version());
        values.put("data", any.origin().id());
        values.put("freshness", any.freshness().name().toLowerCase(Locale.ROOT));
        values.put("kind", kind);
        values.put("n", (long) own.size());
        values.put("oldest", moments.get(0).truncatedTo(ChronoUnit.SECONDS).toString());
        values.put(
                "newest",
                moments.get(moments.size() - 1).truncatedTo(ChronoUnit.SECONDS).toString());
        return new Row(values);
    }
}
