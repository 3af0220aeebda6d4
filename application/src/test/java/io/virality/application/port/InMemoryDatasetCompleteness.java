package io.virality.application.port;

import io.virality.domain.creator.Creator;
import io.virality.domain.creator.VideoCounts;
import io.virality.domain.creator.VideoDetails;
import io.virality.domain.engagement.RateDefinition;
import io.virality.domain.insight.DatasetCompleteness;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Sale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Looks at each field of everything. */
final class InMemoryDatasetCompleteness {

    private final InMemoryStore store;
    private final List<Row> rows = new ArrayList<>();

    InMemoryDatasetCompleteness(InMemoryStore store) {
        this.store = store;
    }

    Evidence gather() {
        List<InMemoryStore.Post> posts = Stream.concat(
                        store.creators.stream().flatMap(known -> known.videos.values().stream()),
                        store.videosOfNobody.values().stream())
                .toList();
        List<VideoCounts> counts = posts.stream()
                .flatMap(post -> post.counts.values().stream())
                .map(InMemoryStore.Counted::counts)
                .toList();
        List<InMemoryMarket.Ruling<Sale>> sales = new InMemoryMarket(store).ruling(Sale.class);
        count("creator", store.current(), DatasetCompleteness.OF_CREATORS, InMemoryDatasetCompleteness::known);
        count("video", posts, DatasetCompleteness.OF_VIDEOS, this::known);
        count("video observation", counts, DatasetCompleteness.OF_VIDEO_COUNTS, InMemoryDatasetCompleteness::known);
        count("sale", sales, DatasetCompleteness.OF_SALES, InMemoryDatasetCompleteness::known);
        return new Evidence(
                new Statement("none", "computed in memory"),
                rows,
                Map.of(),
                store.current().size() + posts.size() + counts.size() + sales.size(),
                0,
                InMemoryDataset.asOf(store.current()),
                InMemoryDataset.origin(store.current()));
    }

    /** For each unit whether each of the fields is known, in their order. */
    private <T> void count(String record, List<T> units, List<String> fields, Function<T, boolean[]> known) {
        for (int i = 0; i < fields.size() && !units.isEmpty(); i++) {
            int field = i;
            long unknown =
                    units.stream().filter(unit -> !known.apply(unit)[field]).count();
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("record", record);
            values.put("field", fields.get(i));
            values.put("n", (long) units.size());
            values.put("unknown", unknown);
            values.put("share", (double) unknown / units.size());
            rows.add(new Row(values));
        }
    }

    private static boolean[] known(Creator creator) {
        return new boolean[] {
            creator.profile().nickname().isPresent(),
            creator.profile().biography().isPresent(),
            creator.profile().bioLink().isPresent(),
            creator.profile().region().isPresent(),
            creator.profile().language().isPresent(),
            creator.profile().category().isPresent(),
            creator.profile().verified().isPresent(),
            creator.counts().followers().isPresent(),
            creator.counts().following().isPresent(),
            creator.counts().likes().isPresent(),
            creator.counts().videos().isPresent(),
            creator.rate(RateDefinition.PROVIDER).isPresent(),
            creator.rate(RateDefinition.BY_VIEWS).isPresent(),
            creator.rate(RateDefinition.BY_FOLLOWERS).isPresent()
        };
    }

    private boolean[] known(InMemoryStore.Post post) {
        VideoDetails details = post.details;
        return new boolean[] {
            !store.videosOfNobody.containsValue(post),
            details.postedAt().isPresent(),
            details.caption().isPresent(),
            details.sound().isPresent(),
            details.duration().isPresent()
        };
    }

    private static boolean[] known(VideoCounts counts) {
        return new boolean[] {
            counts.views().isPresent(),
            counts.likes().isPresent(),
            counts.comments().isPresent(),
            counts.shares().isPresent(),
            counts.saves().isPresent()
        };
    }

    private static boolean[] known(InMemoryMarket.Ruling<Sale> ruling) {
        Sale sale = ruling.fact();
        return new boolean[] {
            ruling.creator() >= 0,
            sale.video().isPresent(),
            sale.content().isPresent(),
            sale.promoCode().isPresent(),
            sale.units().isPresent(),
            sale.refunds().isPresent(),
            sale.commission().isPresent()
        };
    }
}
