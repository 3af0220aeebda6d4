package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.SourceException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When the rounds of a collection took place that names its rounds and gives no times: none was over before the newest
 * video that it saw was posted, and crawlers see new videos soon.
 */
final class CrawlTimes {

    private static final int MOST_CRAWLS = 10_000;

    private CrawlTimes() {}

    /** The time of each round as text, all different; nothing for files of another kind or of too many rounds. */
    static Map<String, String> of(CsvFile file, Layout layout) throws SourceException {
        boolean crawled = layout.parts().stream()
                .anyMatch(part -> part.reads(Layout.CRAWL) || part.constants().containsKey(Layout.CRAWL));
        if (!crawled || !layout.reads(Fields.POSTED_AT)) {
            return Map.of();
        }
        Map<String, Instant> newest = new LinkedHashMap<>();
        try (CsvRows rows = CsvRows.unrelated(file, layout)) {
            for (CsvRow row = rows.next(); row != null; row = rows.next()) {
                note(row, newest);
                if (newest.size() > MOST_CRAWLS) {
                    return Map.of();
                }
            }
        }
        return distinct(newest);
    }

    private static void note(CsvRow row, Map<String, Instant> newest) {
        String posted = row.defect().isPresent() ? null : row.field(Fields.POSTED_AT);
        if (posted == null) {
            return;
        }
        try {
            newest.merge(row.crawl(), Instant.parse(posted), (one, other) -> one.isAfter(other) ? one : other);
        } catch (DateTimeException e) {
            // the row will be refused for it
        }
    }

    /** Rounds that seem to be of one moment follow each other as in the file. */
    private static Map<String, String> distinct(Map<String, Instant> newest) {
        List<Map.Entry<String, Instant>> crawls = new ArrayList<>(newest.entrySet());
        crawls.sort(Comparator.comparing(Map.Entry::getValue));
        Map<String, String> times = new LinkedHashMap<>();
        Instant previous = Instant.MIN;
        for (Map.Entry<String, Instant> crawl : crawls) {
            Instant time = crawl.getValue().isAfter(previous) ? crawl.getValue() : previous.plusMillis(1);
            times.put(crawl.getKey(), time.toString());
            previous = time;
        }
        return Map.copyOf(times);
    }
}
