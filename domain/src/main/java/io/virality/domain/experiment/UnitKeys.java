package io.virality.domain.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The keys of all units, to find those that come twice. It takes some ten bytes a unit. Keys are dealt to drawers by their
 * hash; a drawer is small enough to be looked through in the processor's cache. Not for several threads: each has its own.
 */
public final class UnitKeys {

    private static final int DRAWERS = 1 << 9;
    private static final int SHIFT = Long.SIZE - 9;
    private static final int MOST_REPEATED = 10;

    private final long[][] drawers = new long[DRAWERS][64];
    private final int[] sizes = new int[DRAWERS];

    /** Adds the keys of some units. */
    public void add(long[] keys, int size) {
        for (int i = 0; i < size; i++) {
            long mixed = mixed(keys[i]);
            int drawer = (int) (mixed >>> SHIFT);
            if (sizes[drawer] == drawers[drawer].length) {
                drawers[drawer] = Arrays.copyOf(drawers[drawer], sizes[drawer] + sizes[drawer] / 2);
            }
            drawers[drawer][sizes[drawer]++] = mixed;
        }
    }

    /** Some of those that come more than once. */
    public static Set<Long> repeated(List<UnitKeys> all) {
        Set<Long> repeated = ConcurrentHashMap.newKeySet();
        IntStream.range(0, DRAWERS).parallel().forEach(drawer -> find(all, drawer, repeated));
        return repeated;
    }

    private static void find(List<UnitKeys> all, int drawer, Set<Long> repeated) {
        int size = all.stream().mapToInt(keys -> keys.sizes[drawer]).sum();
        int places = Integer.highestOneBit(Math.max(1, size)) << 2;
        long[] table = new long[places];
        boolean zero = false;
        for (UnitKeys keys : all) {
            for (int i = 0; i < keys.sizes[drawer] && repeated.size() < MOST_REPEATED; i++) {
                long key = keys.drawers[drawer][i];
                int place = (int) key & places - 1;
                while (table[place] != 0 && table[place] != key) {
                    place = place + 1 & places - 1;
                }
                boolean seen = key == 0 ? zero : table[place] == key;
                zero |= key == 0;
                if (seen) {
                    repeated.add(unmixed(key));
                }
                table[place] = key;
            }
        }
    }

    /** How much memory all of them take. */
    public static long bytes(List<UnitKeys> all) {
        return all.stream()
                .mapToLong(keys -> Arrays.stream(keys.drawers)
                        .mapToLong(drawer -> (long) drawer.length * Long.BYTES)
                        .sum())
                .sum();
    }

    /** The end of MurmurHash3: no two keys have one. */
    private static long mixed(long key) {
        long hash = (key ^ key >>> 33) * 0xff51afd7ed558ccdL;
        hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
        return hash ^ hash >>> 33;
    }

    /** By the inverses of the two factors modulo 2⁶⁴. */
    private static long unmixed(long mixed) {
        long key = (mixed ^ mixed >>> 33) * 0x9cb4b2f8129337dbL;
        key = (key ^ key >>> 33) * 0x4f74430c22a54005L;
        return key ^ key >>> 33;
    }
}
