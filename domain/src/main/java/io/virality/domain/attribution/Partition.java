package io.virality.domain.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Some buyers' touches, sorted by buyer and time. Touches of one moment stand in the order of their sources' names: what
 * comes of them does not depend on the order in which they were told.
 */
final class Partition {

    private final List<Journeys> told;
    private final int number;
    private final int[] ranks;
    private final int[] owners;
    private final Rules rules;
    private long[] buyers;
    private int[] starts;
    private long[] at;
    private int[] sources;
    private boolean[] views;
    private boolean[] used;

    /**
     * @param ranks the place of each source's number in the order of names
     * @param owners the source of each promo code, or −1
     */
    Partition(List<Journeys> told, int number, int[] ranks, int[] owners, Rules rules) {
        this.told = told;
        this.number = number;
        this.ranks = ranks;
        this.owners = owners;
        this.rules = rules;
        sort();
    }

    /** An order and the touches that count for it, oldest first. The same object is shown again and again. */
    static final class Journey {
        long orderedAt;
        /** The place of whose promo code was typed in, or −1. */
        int owner;

        final long[] amounts = new long[3];
        long[] at = new long[16];
        int[] sources = new int[16];
        int size;

        private void add(long when, int source) {
            if (size == at.length) {
                at = Arrays.copyOf(at, 2 * size);
                sources = Arrays.copyOf(sources, 2 * size);
            }
            at[size] = when;
            sources[size] = source;
            size++;
        }
    }

    void eachOrder(Consumer<Journey> shown) {
        Journey journey = new Journey();
        for (Journeys each : told) {
            Journeys.Orders orders = each.orders(number);
            for (int i = 0; i < orders.size; i++) {
                journey.orderedAt = orders.at[i];
                journey.owner = owner(orders.codes[i]);
                for (int k = 0; k < journey.amounts.length; k++) {
                    journey.amounts[k] = orders.amounts[k][i];
                }
                gather(journey, Arrays.binarySearch(buyers, orders.buyers[i]));
                shown.accept(journey);
            }
        }
    }

    private int owner(int code) {
        return code < 0 || owners[code] < 0 ? -1 : ranks[owners[code]];
    }

    private void gather(Journey journey, int buyer) {
        journey.size = 0;
        if (buyer < 0) {
            return;
        }
        for (int i = starts[buyer]; i < starts[buyer + 1] && at[i] <= journey.orderedAt; i++) {
            long window = views[i] ? rules.view().toMillis() : rules.click().toMillis();
            if (journey.orderedAt - at[i] <= window) {
                journey.add(at[i], sources[i]);
                used[i] = true;
            }
        }
    }

    /** The touches that counted for no order that was shown before, of one buyer at a time. */
    void eachVain(Consumer<Journey> shown) {
        Journey journey = new Journey();
        for (int buyer = 0; buyer < buyers.length; buyer++) {
            journey.size = 0;
            for (int i = starts[buyer]; i < starts[buyer + 1]; i++) {
                if (!used[i]) {
                    journey.add(at[i], sources[i]);
                }
            }
            if (journey.size > 0) {
                shown.accept(journey);
            }
        }
    }

    private void sort() {
        int size = told.stream().mapToInt(each -> each.touches(number).size).sum();
        long[] all = new long[size];
        int next = 0;
        for (Journeys each : told) {
            Journeys.Touches touches = each.touches(number);
            System.arraycopy(touches.buyers, 0, all, next, touches.size);
            next += touches.size;
        }
        Arrays.sort(all);
        buyers = distinct(all);
        starts = new int[buyers.length + 1];
        for (Journeys each : told) {
            Journeys.Touches touches = each.touches(number);
            for (int i = 0; i < touches.size; i++) {
                starts[Arrays.binarySearch(buyers, touches.buyers[i]) + 1]++;
            }
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        at = new long[size];
        sources = new int[size];
        views = new boolean[size];
        used = new boolean[size];
        int[] ends = starts.clone();
        for (Journeys each : told) {
            Journeys.Touches touches = each.touches(number);
            for (int i = 0; i < touches.size; i++) {
                int buyer = Arrays.binarySearch(buyers, touches.buyers[i]);
                insert(starts[buyer], ends[buyer]++, touches.at[i], ranks[touches.sources[i]], touches.views[i]);
            }
        }
    }

    private static long[] distinct(long[] sorted) {
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    private void insert(int from, int end, long when, int source, boolean view) {
        int place = end;
        while (place > from && isAfter(place - 1, when, source, view)) {
            at[place] = at[place - 1];
            sources[place] = sources[place - 1];
            views[place] = views[place - 1];
            place--;
        }
        at[place] = when;
        sources[place] = source;
        views[place] = view;
    }

    private boolean isAfter(int place, long when, int source, boolean view) {
        if (at[place] != when) {
            return at[place] > when;
        }
        return sources[place] != source ? sources[place] > source : views[place] && !view;
    }
}
