package io.virality.application.port;

import io.virality.domain.creator.Handle;
import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Provenance;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.FastestGrowing;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The creators that grow fastest, by plain loops. */
final class InMemoryFastestGrowing {

    private final InMemoryStore store;

    InMemoryFastestGrowing(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather(FastestGrowing question) {
        List<InMemoryFollowerGrowth> large = InMemoryFollowerGrowth.of(store).stream()
                .filter(growth -> growth.firstFollowers() > question.minFollowers())
                .toList();
        List<InMemoryFollowerGrowth> measured = large.stream()
                .filter(growth -> growth.days() >= question.minDays())
                .filter(growth -> growth.rate().isPresent())
                .sorted(Comparator.comparing((InMemoryFollowerGrowth growth) ->
                                -growth.rate().orElseThrow())
                        .thenComparing(growth -> -growth.followers())
                        .thenComparing(InMemoryFastestGrowing::handle))
                .toList();
        List<Provenance> behind =
                measured.stream().map(growth -> growth.last().provenance()).toList();
        return new Evidence(
                new Statement("none", "computed in memory"),
                measured.stream()
                        .limit(question.limit())
                        .map(InMemoryFastestGrowing::row)
                        .toList(),
                Map.of(),
                measured.size(),
                large.size() - measured.size(),
                behind.stream().map(Provenance::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        behind.stream().anyMatch(provenance -> provenance.origin() == Origin.REAL),
                        behind.stream().anyMatch(provenance -> provenance.origin() == Origin.SIMULATED)));
    }

    private static Row row(InMemoryFollowerGrowth growth) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("handle", handle(growth));
        row.put("nickname", growth.creator().profile().nickname().orElse(null));
        row.put("first_followers", growth.firstFollowers());
        row.put("followers", growth.followers());
        row.put("growth", growth.rate().orElseThrow());
        row.put("days", growth.days());
        return new Row(row);
    }

    private static String handle(InMemoryFollowerGrowth growth) {
        return growth.creator().identity().handle().map(Handle::name).orElse("");
    }
}
