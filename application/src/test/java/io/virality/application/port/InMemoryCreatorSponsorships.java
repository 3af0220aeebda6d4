package io.virality.application.port;

import io.virality.domain.creator.Origin;
import io.virality.domain.creator.Period;
import io.virality.domain.creator.Provenance;
import io.virality.domain.insight.CreatorSponsorships;
import io.virality.domain.insight.Evidence;
import io.virality.domain.insight.Row;
import io.virality.domain.insight.Statement;
import io.virality.domain.marketplace.Money;
import io.virality.domain.marketplace.Sponsorship;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Each sponsorship of a creator as its ruling word tells it. */
final class InMemoryCreatorSponsorships {

    private static final Comparator<Sponsorship> LAST = Comparator.comparing(
            sponsorship -> sponsorship.period().map(Period::until).orElse(null),
            Comparator.nullsLast(Comparator.<Instant>naturalOrder()));
    private static final Comparator<Sponsorship> LAST_DESCENDING = Comparator.comparing(
            sponsorship -> sponsorship.period().map(Period::until).orElse(null),
            Comparator.nullsLast(Comparator.<Instant>reverseOrder()));
    private static final Comparator<Sponsorship> BRAND =
            Comparator.comparing(sponsorship -> sponsorship.brand().name());

    private InMemoryCreatorSponsorships() {}

    static Evidence of(InMemoryStore store, CreatorSponsorships question) {
        int creator =
                store.holder(question.creator()).map(store.creators::indexOf).orElse(-1);
        List<InMemoryMarket.Ruling<Sponsorship>> own = new InMemoryMarket(store)
                .ruling(Sponsorship.class).stream()
                        .filter(ruling -> creator >= 0 && ruling.creator() == creator)
                        .toList();
        List<Provenance> behind =
                own.stream().map(InMemoryMarket.Ruling::provenance).toList();
        return new Evidence(
                new Statement("none", "computed in memory"),
                own.stream()
                        .map(InMemoryMarket.Ruling::fact)
                        .sorted(order(question.order())
                                .thenComparing(LAST_DESCENDING)
                                .thenComparing(BRAND)
                                .thenComparing(
                                        sponsorship -> sponsorship.video().orElse(null),
                                        Comparator.nullsLast(Comparator.naturalOrder()))
                                .thenComparing(
                                        sponsorship -> sponsorship
                                                .period()
                                                .map(Period::from)
                                                .orElse(null),
                                        Comparator.nullsFirst(Comparator.naturalOrder())))
                        .skip(question.skipped())
                        .limit(question.limit())
                        .map(InMemoryCreatorSponsorships::row)
                        .toList(),
                Map.of(),
                own.size(),
                0,
                behind.stream().map(Provenance::observedAt).max(Comparator.naturalOrder()),
                Origin.of(
                        behind.stream().anyMatch(each -> each.origin() == Origin.REAL),
                        behind.stream().anyMatch(each -> each.origin() == Origin.SIMULATED)));
    }

    private static Comparator<Sponsorship> order(CreatorSponsorships.Order order) {
        return switch (order) {
            case NEWEST -> LAST_DESCENDING;
            case OLDEST -> LAST;
            case BRAND -> BRAND;
            case BRAND_DESCENDING -> BRAND.reversed();
        };
    }

    private static Row row(Sponsorship sponsorship) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("brand", sponsorship.brand().name());
        values.put("evidence", sponsorship.evidence().id());
        values.put("from_at", moment(sponsorship.period().map(Period::from).orElse(null)));
        values.put("until_at", moment(sponsorship.period().map(Period::until).orElse(null)));
        values.put("videos", count(sponsorship.videos()));
        values.put("video", sponsorship.video().orElse(null));
        values.put("hashtags", sponsorship.hashtags().isEmpty() ? null : String.join(" ", sponsorship.hashtags()));
        values.put(
                "fee", sponsorship.fee().map(fee -> fee.amount().doubleValue()).orElse(null));
        values.put(
                "currency",
                sponsorship
                        .fee()
                        .map(Money::currency)
                        .map(currency -> currency.getCurrencyCode())
                        .orElse(null));
        return new Row(values);
    }

    private static String moment(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Long count(OptionalLong count) {
        return count.isPresent() ? count.getAsLong() : null;
    }
}
