package io.virality.application.port;

import static io.virality.application.port.Observations.NOON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Page;
import io.virality.domain.ingest.QuarantineGroup;
import io.virality.domain.ingest.QuarantinedRow;
import io.virality.domain.ingest.Rejection;
import io.virality.domain.ingest.RejectionGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link Quarantine} promises. */
public abstract class QuarantineContract extends StoredPortContract {

    private static final Rejection NEGATIVE = new Rejection(
            "3",
            "followers is negative",
            "-1",
            "b,-1",
            Optional.of("{\"kind\":\"creator\"}"),
            Optional.of("followers"));
    private static final Rejection NAMELESS = new Rejection("2", "no handle", "", "a\0é");

    @Test
    void rows_are_kept_as_they_were_rejected() {
        long run = run("csv");
        ports.quarantine().add(run, List.of(NEGATIVE));
        QuarantinedRow kept = ports.quarantine()
                .rows(Optional.of(run), Optional.empty(), 10)
                .items()
                .get(0);
        assertEquals(NEGATIVE, kept.rejection());
        assertEquals(run, kept.run());
        assertEquals("csv", kept.source());
    }

    @Test
    void groups_count_by_import_newest_first_and_by_reason_most_frequent_first() {
        long first = run("csv");
        ports.quarantine().add(first, List.of(NAMELESS, NEGATIVE));
        ports.quarantine().add(first, List.of(NEGATIVE));
        long second = run("demo");
        ports.quarantine().add(second, List.of(NAMELESS));
        QuarantineGroup negative =
                new QuarantineGroup(first, "csv", new RejectionGroup("followers is negative", 2, "3", "-1"), 2);
        QuarantineGroup nameless = new QuarantineGroup(first, "csv", new RejectionGroup("no handle", 1, "2", ""), 1);
        assertEquals(List.of(negative, nameless), ports.quarantine().groups(Optional.of(first)));
        assertEquals(
                List.of(
                        new QuarantineGroup(second, "demo", new RejectionGroup("no handle", 1, "2", ""), 1),
                        negative,
                        nameless),
                ports.quarantine().groups(Optional.empty()));
    }

    @Test
    void rows_come_in_pages_of_one_import_or_of_all() {
        long first = run("csv");
        long second = run("demo");
        ports.quarantine().add(first, rejections(0, 3));
        ports.quarantine().add(second, rejections(3, 5));
        ports.quarantine().add(first, rejections(5, 6));
        assertEquals(List.of("0", "1", "2", "5"), positions(Optional.of(first), 3));
        assertEquals(List.of("0", "1", "2", "3", "4", "5"), positions(Optional.empty(), 2));
        assertEquals(
                2,
                ports.quarantine()
                        .rows(Optional.of(second), Optional.empty(), 1)
                        .total());
        assertEquals(List.of(), positions(Optional.of(first + (1L << 32)), 1), "there is no such import");
    }

    @Test
    void a_released_row_stays_counted() {
        long run = run("csv");
        ports.quarantine().add(run, List.of(NEGATIVE, NAMELESS));
        ports.quarantine()
                .release(ports.quarantine()
                        .rows(Optional.of(run), Optional.empty(), 1)
                        .items()
                        .get(0));
        assertEquals(List.of("2"), positions(Optional.of(run), 10));
        QuarantineGroup group = ports.quarantine().groups(Optional.of(run)).get(0);
        assertEquals(1, group.rejections().count());
        assertEquals(0, group.kept());
    }

    @Test
    void beyond_the_bound_rows_are_counted_but_not_kept_and_released_ones_make_no_room() {
        long run = run("csv");
        ports.quarantine().add(run, rejections(0, QuarantinedRow.MOST_KEPT - 1));
        ports.quarantine()
                .release(ports.quarantine()
                        .rows(Optional.of(run), Optional.empty(), 1)
                        .items()
                        .get(0));
        ports.quarantine().add(run, rejections(0, 3));
        assertEquals(
                QuarantinedRow.MOST_KEPT - 1,
                ports.quarantine().rows(Optional.of(run), Optional.empty(), 1).total());
        assertEquals(
                QuarantinedRow.MOST_KEPT + 2L,
                ports.quarantine().groups(Optional.of(run)).get(0).rejections().count());
        long other = run("demo");
        ports.quarantine().add(other, rejections(0, 1));
        assertEquals(List.of("0"), positions(Optional.of(other), 10), "each import has its own bound");
    }

    @Test
    void what_a_failed_transaction_added_never_was() {
        long run = run("csv");
        assertThrows(IllegalStateException.class, () -> ports.transactions().run(() -> {
            ports.quarantine().add(run, List.of(NEGATIVE));
            throw new IllegalStateException("a test");
        }));
        assertEquals(List.of(), ports.quarantine().groups(Optional.of(run)));
        assertEquals(List.of(), positions(Optional.of(run), 10));
    }

    private long run(String source) {
        return ports.importLog().begin(source, "test@1", Optional.empty(), NOON);
    }

    private static List<Rejection> rejections(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> new Rejection(String.valueOf(i), "reason", "", "raw"))
                .toList();
    }

    private List<String> positions(Optional<Long> run, int limit) {
        List<String> positions = new ArrayList<>();
        Optional<Long> after = Optional.empty();
        do {
            Page<QuarantinedRow> page = ports.quarantine().rows(run, after, limit);
            page.items().forEach(row -> positions.add(row.rejection().position()));
            after = page.next().map(Long::valueOf);
        } while (after.isPresent());
        return positions;
    }
}
