package io.virality.ingest.tiktok;

import io.virality.spi.SourceException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a mock server behaves: its limits, its faults, and which of the contradicting pages of TikTok's documentation it
 * follows. {@code docs/tiktok.md} lists the properties.
 *
 * @param faults how often each fault happens
 * @param hidden the share of the videos found that are not shown
 * @param missingLikes the share of the archive's videos without a count of likes
 * @param nulCharacters the share of the archive's videos with a NUL in name and description
 * @param privateUsers the share of the users that the API does not show
 * @param archiveDelay how long until the archive shows a video
 * @param oldestCounts how old the archive's counts may be
 * @param impossible the days whose videos have more likes than views in the archive
 * @param requestsADay of the Research API
 * @param recordsADay of the Research API
 * @param requestsAMinute of each endpoint of the Display API
 * @param tokenLife how long an access token lives
 * @param searchDelay how long after it was issued a search id is refused
 * @param slowness how late a slow answer is
 * @param refusedTokenStatus the HTTP status with which a token is refused
 * @param videoIdKey {@code id} or {@code video_id}
 * @param savesKey {@code favorites_count} or {@code favourites_count}
 * @param truthAsText whether {@code has_more} is a text
 */
record FaultPlan(
        Map<Fault, Double> faults,
        double hidden,
        double missingLikes,
        double nulCharacters,
        double privateUsers,
        Duration archiveDelay,
        Duration oldestCounts,
        Optional<Days> impossible,
        long requestsADay,
        long recordsADay,
        long requestsAMinute,
        Duration tokenLife,
        Duration searchDelay,
        Duration slowness,
        int refusedTokenStatus,
        String videoIdKey,
        String savesKey,
        boolean truthAsText) {

    private static final List<String> KNOWN = Stream.concat(
                    Fault.ALL.stream().map(Fault::property),
                    Stream.of(
                            "hidden",
                            "missingLikes",
                            "nulCharacters",
                            "privateUsers",
                            "archiveDelayHours",
                            "archiveCountsDays",
                            "impossibleFrom",
                            "impossibleUntil",
                            "requestsPerDay",
                            "recordsPerDay",
                            "requestsPerMinute",
                            "tokenSeconds",
                            "searchIdSeconds",
                            "slowMilliseconds",
                            "refusedTokenStatus",
                            "videoIdKey",
                            "savesKey",
                            "hasMore"))
            .toList();

    /**
     * The plan that the properties describe; without any, a server in good order.
     *
     * @throws SourceException if a property is unknown or impossible
     */
    static FaultPlan of(Map<String, String> properties) throws SourceException {
        SourceProperties plan = new SourceProperties(properties, KNOWN);
        Map<Fault, Double> faults = new EnumMap<>(Fault.class);
        for (Fault fault : Fault.ALL) {
            faults.put(fault, plan.share(fault.property(), 0));
        }
        if (faults.values().stream().mapToDouble(share -> share).sum() > 1) {
            throw SourceException.user("the shares of all faults together exceed 1");
        }
        return new FaultPlan(
                faults,
                plan.share("hidden", .27),
                plan.share("missingLikes", .01),
                plan.share("nulCharacters", 0),
                plan.share("privateUsers", 0),
                Duration.ofHours(plan.number("archiveDelayHours", 48, 0, 1_000)),
                Duration.ofDays(plan.number("archiveCountsDays", 10, 0, 1_000)),
                impossible(plan),
                plan.number("requestsPerDay", 1_000, 1, Integer.MAX_VALUE),
                plan.number("recordsPerDay", 100_000, 1, Integer.MAX_VALUE),
                plan.number("requestsPerMinute", 600, 1, Integer.MAX_VALUE),
                Duration.ofSeconds(plan.number("tokenSeconds", 7_200, 1, 31_536_000)),
                Duration.ofSeconds(plan.number("searchIdSeconds", 0, 0, 3_600)),
                Duration.ofMillis(plan.number("slowMilliseconds", 200, 0, 60_000)),
                Integer.parseInt(plan.oneOf("refusedTokenStatus", "401", "200")),
                plan.oneOf("videoIdKey", "id", "video_id"),
                plan.oneOf("savesKey", "favorites_count", "favourites_count"),
                plan.oneOf("hasMore", "truth", "text").equals("text"));
    }

    private static Optional<Days> impossible(SourceProperties plan) throws SourceException {
        Optional<LocalDate> from = plan.date("impossibleFrom");
        Optional<LocalDate> until = plan.date("impossibleUntil");
        if (from.isEmpty() && until.isEmpty()) {
            return Optional.empty();
        }
        if (from.isEmpty() || until.isEmpty() || until.get().isBefore(from.get())) {
            throw SourceException.user("impossibleFrom and impossibleUntil: the first and the last of some days");
        }
        return Optional.of(new Days(from.get(), until.get()));
    }

    /** What goes wrong with the next request, if anything. */
    Optional<Fault> draw(Chance chance) {
        double left = chance.fraction();
        for (Fault fault : Fault.ALL) {
            left -= faults.get(fault);
            if (left < 0) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
