package io.virality.domain.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PeersTest {

    private static final double UNKNOWN = Double.NaN;
    private static final int SEEDS = 200;

    @Test
    void nothing_is_called_usual_among_few() {
        assertEquals(0, new Peers(creators(29, null)).tests(creator(0, null)));
        assertEquals(4, new Peers(creators(30, null)).tests(creator(0, null)));
    }

    @Test
    void a_signal_says_why_one_might_look_and_accuses_nobody() {
        List<CreatorFigures> honest = honest(200, new Random(1));
        CreatorFigures planted = withRate(honest.get(0), 9);
        List<CreatorFigures> all = new ArrayList<>(honest);
        all.set(0, planted);

        Signal signal = new Peers(all).signals(planted).get(0);
        assertEquals(1, new Peers(all).unusual(planted));

        assertEquals(Signal.Kind.ENGAGEMENT, signal.kind());
        assertTrue(signal.strength() > 1);
        assertTrue(
                signal.reason()
                        .matches(
                                "has an engagement rate of [0-9.]+; among the 200 creators of tier mid up to [0-9.]+ is"
                                        + " usual, from [0-9.]+ on"),
                signal.reason());
        assertTrue(signal.value() > signal.usual().high());
        assertTrue(signal.usual().low() < signal.usual().high());
    }

    @Test
    void small_accounts_are_not_tested() {
        CreatorFigures small = new CreatorFigures("mid", Optional.empty(), 999, 5_000, 9, .1, 1, 9, -1, 1);

        assertEquals(0, new Peers(creators(50, null)).tests(small));
        assertEquals(Double.NaN, new Peers(creators(50, null)).unusual(small));
    }

    @Test
    void followers_that_come_with_views_are_no_signal() {
        List<CreatorFigures> honest = honest(200, new Random(2));
        Peers peers = new Peers(honest);

        assertEquals(List.of(Signal.Kind.GROWTH), kinds(peers, grown(honest.get(0), 9, -.2)));
        assertEquals(List.of(), kinds(peers, grown(honest.get(0), 9, .4)));
        assertEquals(List.of(), kinds(peers, grown(honest.get(0), 9, UNKNOWN)));
    }

    @Test
    void of_honest_creators_at_most_one_in_twenty_shows_a_signal_over_200_seeds() {
        long flagged = 0;
        long all = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            List<CreatorFigures> honest = honest(300, new Random(seed));
            Peers peers = new Peers(honest);
            flagged += honest.stream()
                    .filter(creator -> !peers.signals(creator).isEmpty())
                    .count();
            all += honest.size();
        }
        assertTrue(flagged <= .05 * all, flagged + " of " + all);
        assertTrue(flagged > 0, "a test that never speaks is none");
    }

    @Test
    void planted_signals_are_found_in_at_least_80_of_100_over_200_seeds() {
        int[] found = new int[Signal.Kind.values().length];
        for (int seed = 0; seed < SEEDS; seed++) {
            List<CreatorFigures> creators = honest(300, new Random(seed));
            for (Signal.Kind kind : Signal.Kind.values()) {
                creators.set(kind.ordinal(), planted(kind, creators.get(kind.ordinal())));
            }
            Peers peers = new Peers(creators);
            for (Signal.Kind kind : Signal.Kind.values()) {
                found[kind.ordinal()] +=
                        kinds(peers, creators.get(kind.ordinal())).contains(kind) ? 1 : 0;
            }
        }
        for (Signal.Kind kind : Signal.Kind.values()) {
            assertTrue(found[kind.ordinal()] >= .8 * SEEDS, kind + ": " + found[kind.ordinal()]);
        }
    }

    /** Lognormal, with heavier tails than the normal's: one in ten varies twice as much. */
    private static List<CreatorFigures> honest(int size, Random random) {
        List<CreatorFigures> creators = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            double followers = 100_000 * Math.exp(random.nextDouble() * 1.6);
            double rate = .03 * Math.exp(1.2 * heavy(random));
            double comments = .03 * Math.exp(.7 * heavy(random));
            creators.add(new CreatorFigures(
                    "mid",
                    Optional.of(random.nextBoolean() ? "US" : "BR"),
                    followers,
                    Math.round(followers * .002 * Math.exp(heavy(random))),
                    rate,
                    rate / (1 + comments),
                    Math.abs(random.nextGaussian()),
                    Math.exp(.02 + .03 * heavy(random)) - 1,
                    random.nextGaussian(),
                    UNKNOWN));
        }
        return creators;
    }

    private static double heavy(Random random) {
        return random.nextGaussian() * (random.nextInt(10) == 0 ? 2 : 1);
    }

    /** Four fifths of the followers followed back; a rate of 0.02 %; one comment in 1,000 likes; half as many again at once. */
    private static CreatorFigures planted(Signal.Kind kind, CreatorFigures creator) {
        return switch (kind) {
            case FOLLOWING ->
                new CreatorFigures(
                        creator.tier(),
                        creator.region(),
                        creator.followers(),
                        creator.followers() * .8,
                        creator.rate(),
                        creator.likeRate(),
                        creator.spread(),
                        creator.growth(),
                        creator.viewsChange(),
                        creator.sales());
            case ENGAGEMENT -> withRate(creator, .0002);
            case CONVERSATION ->
                new CreatorFigures(
                        creator.tier(),
                        creator.region(),
                        creator.followers(),
                        creator.following(),
                        creator.rate(),
                        creator.rate() / 1.001,
                        creator.spread(),
                        creator.growth(),
                        creator.viewsChange(),
                        creator.sales());
            case GROWTH -> grown(creator, .5, -.1);
        };
    }

    private static CreatorFigures grown(CreatorFigures creator, double growth, double viewsChange) {
        return new CreatorFigures(
                creator.tier(),
                creator.region(),
                creator.followers(),
                creator.following(),
                creator.rate(),
                creator.likeRate(),
                creator.spread(),
                growth,
                viewsChange,
                creator.sales());
    }

    static CreatorFigures withRate(CreatorFigures creator, double rate) {
        return new CreatorFigures(
                creator.tier(),
                creator.region(),
                creator.followers(),
                creator.following(),
                rate,
                rate * creator.likeRate() / creator.rate(),
                creator.spread(),
                creator.growth(),
                creator.viewsChange(),
                creator.sales());
    }

    private static List<Signal.Kind> kinds(Peers peers, CreatorFigures creator) {
        return peers.signals(creator).stream().map(Signal::kind).toList();
    }

    /** Each larger, livelier and less even than the one before. */
    static List<CreatorFigures> creators(int size, String region) {
        return IntStream.range(0, size)
                .mapToObj(number -> creator(number, region))
                .toList();
    }

    static CreatorFigures creator(int number, String region) {
        double rate = .01 + number / 1_000.0;
        return new CreatorFigures(
                "mid",
                Optional.ofNullable(region),
                100_000 + number,
                100 + number,
                rate,
                rate / (1.01 + number / 10_000.0),
                number,
                number / 100.0,
                1,
                UNKNOWN);
    }
}
