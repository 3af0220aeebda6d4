package io.virality.domain.attribution;

import java.util.Arrays;

/**
 * Orders, and the touches of all buyers, in the order in which they are told. Kept in columns: millions fit into little
 * memory. Buyers are spread over partitions, each of which is looked at alone. One thread fills it.
 */
public final class Journeys {

    static final int PARTITIONS = 64;

    private final Touches[] touches = new Touches[PARTITIONS];
    private final Orders[] orders = new Orders[PARTITIONS];

    /** Empty ones. */
    public Journeys() {
        Arrays.setAll(touches, i -> new Touches());
        Arrays.setAll(orders, i -> new Orders());
    }

    /**
     * A buyer met something.
     *
     * @param at in milliseconds
     * @param source the number of what it met
     * @param view whether it only saw it
     */
    public void touch(long buyer, long at, int source, boolean view) {
        touches[partition(buyer)].add(buyer, at, source, view);
    }

    /**
     * A buyer ordered; amounts are in ten-thousandths.
     *
     * @param code the number of the promo code that the buyer typed in; −1 for none
     */
    public void order(long buyer, long at, int code, long gross, long refunds, long commission) {
        if (gross < 0 || refunds < 0 || commission < 0 || refunds > gross) {
            throw new IllegalArgumentException(
                    "no order can be like that: " + gross + ", refunds " + refunds + ", commission " + commission);
        }
        orders[partition(buyer)].add(buyer, at, code, gross, refunds, commission);
    }

    private static int partition(long buyer) {
        // Fibonacci hashing: numbers in a row go to partitions of their own.
        return (int) ((buyer * 0x9E3779B97F4A7C15L) >>> 58);
    }

    Touches touches(int partition) {
        return touches[partition];
    }

    Orders orders(int partition) {
        return orders[partition];
    }

    /** Touches in columns. */
    static final class Touches {
        long[] buyers = new long[16];
        long[] at = new long[16];
        int[] sources = new int[16];
        boolean[] views = new boolean[16];
        int size;

        void add(long buyer, long when, int source, boolean view) {
            if (size == buyers.length) {
                int room = size + (size >> 1);
                buyers = Arrays.copyOf(buyers, room);
                at = Arrays.copyOf(at, room);
                sources = Arrays.copyOf(sources, room);
                views = Arrays.copyOf(views, room);
            }
            buyers[size] = buyer;
            at[size] = when;
            sources[size] = source;
            views[size] = view;
            size++;
        }
    }

    /** Orders in columns. */
    static final class Orders {
        long[] buyers = new long[16];
        long[] at = new long[16];
        int[] codes = new int[16];
        long[][] amounts = new long[3][16];
        int size;

        void add(long buyer, long when, int code, long... money) {
            if (size == buyers.length) {
                int room = size + (size >> 1);
                buyers = Arrays.copyOf(buyers, room);
                at = Arrays.copyOf(at, room);
                codes = Arrays.copyOf(codes, room);
                for (int i = 0; i < amounts.length; i++) {
                    amounts[i] = Arrays.copyOf(amounts[i], room);
                }
            }
            buyers[size] = buyer;
            at[size] = when;
            codes[size] = code;
            for (int i = 0; i < amounts.length; i++) {
                amounts[i][size] = money[i];
            }
            size++;
        }
    }
}
