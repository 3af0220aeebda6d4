package io.virality.domain.search;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReciprocalRanksTest {

    @Test
    void a_creator_in_both_lists_gets_the_sum_of_its_reciprocal_ranks() {
        List<SearchHit> fused = ReciprocalRanks.fuse(
                List.of(new WordMatch(1, 9), new WordMatch(2, 3), new WordMatch(3, 2)),
                List.of(new MeaningMatch(4, .9), new MeaningMatch(3, .8)));
        assertEquals(
                List.of(3L, 1L, 4L, 2L), fused.stream().map(SearchHit::creator).toList());
        assertEquals(1.0 / 63 + 1.0 / 62, fused.get(0).score(), 1e-15);
        assertEquals(1.0 / 61, fused.get(1).score(), 1e-15);
        assertEquals(1.0 / 61, fused.get(2).score(), 1e-15);
        assertEquals(1.0 / 62, fused.get(3).score(), 1e-15);
        assertEquals(OptionalInt.of(3), fused.get(0).wordRank());
        assertEquals(OptionalInt.of(2), fused.get(0).meaningRank());
        assertEquals(OptionalInt.empty(), fused.get(2).wordRank());
    }
}
