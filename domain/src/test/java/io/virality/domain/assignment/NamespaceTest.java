package io.virality.domain.assignment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamespaceTest {

    @Test
    void disjoint_shares_of_one_pool_have_no_unit_in_common() {
        Namespace lower = new Namespace("checkout", 0, .5);
        Namespace upper = new Namespace("checkout", .5, 1);

        assertTrue(IntStream.range(0, 100_000)
                .mapToObj(i -> "unit-" + i)
                .allMatch(unit -> lower.includes(unit) != upper.includes(unit)));
    }
}
