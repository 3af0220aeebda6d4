package io.virality.domain.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.ForManySeeds;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UnitKeysTest {

    @ForManySeeds
    void those_that_come_twice_are_found_whoever_has_them(long seed) {
        Random random = new Random(seed);
        Set<Long> keys = new HashSet<>();
        while (keys.size() < 5_000) {
            keys.add(random.nextBoolean() ? random.nextLong() : keys.size());
        }
        Set<Long> twice = new TreeSet<>();
        List<UnitKeys> threads = List.of(new UnitKeys(), new UnitKeys());
        for (long key : keys) {
            threads.get(random.nextInt(2)).add(new long[] {key}, 1);
            if (random.nextInt(1_000) == 0 && twice.size() < 10) {
                threads.get(random.nextInt(2)).add(new long[] {key}, 1);
                twice.add(key);
            }
        }
        assertEquals(twice, new TreeSet<>(UnitKeys.repeated(threads)));
    }

    @Test
    void zero_is_a_key_like_any_other() {
        UnitKeys keys = new UnitKeys();
        keys.add(new long[] {0, 1, 2}, 3);
        assertEquals(Set.of(), UnitKeys.repeated(List.of(keys)));
        keys.add(new long[] {0}, 1);
        assertEquals(Set.of(0L), UnitKeys.repeated(List.of(keys)));
    }
}
