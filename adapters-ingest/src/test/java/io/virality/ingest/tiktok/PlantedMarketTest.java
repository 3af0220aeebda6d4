package io.virality.ingest.tiktok;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What {@code docs/simulation.md} says is planted in the market can be found from the rows alone, over several seeds. The
 * tolerances are three or more standard errors.
 */
final class PlantedMarketTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 2, 1);
    private static final long[] SEEDS = {1, 2, 3, 4, 5};
    private static final int CREATORS = 2_500;
    private static final int DAYS = 150;

    private static final List<double[]> SELLING = new ArrayList<>();
    private static final List<Double> ORDERS_PER_VIEW = new ArrayList<>();
    private static final List<SimulatedSale> SALES = new ArrayList<>();
    private static final Map<AdChannel, List<AdWeek>> ADS = new EnumMap<>(AdChannel.class);
    private static final Map<Long, Integer> SALES_BY_SEED = new HashMap<>();
    private static final Map<Long, Long> SPONSORSHIPS_BY_SEED = new HashMap<>();
    private static final Lift VIEWS = new Lift();
    private static final Lift ENGAGEMENT = new Lift();

    /** By how much sponsored videos exceed what is usual for their creators, and the others. */
    private static final class Lift {
        private double sponsored;
        private long sponsoredCount;
        private double others;
        private long othersCount;

        void add(SimulatedVideo video, double surplus) {
            if (video.sponsorship().isPresent()) {
                sponsored += surplus;
                sponsoredCount++;
            } else {
                others += surplus;
                othersCount++;
            }
        }

        double found() {
            return sponsored / sponsoredCount - others / othersCount;
        }
    }

    @BeforeAll
    static void trade() {
        for (long seed : SEEDS) {
            SimulatedWorld world = new SimulatedWorld(seed, CREATORS, FIRST_DAY, DAYS);
            SimulatedMarket market = new SimulatedMarket(world);
            int before = SALES.size();
            long sponsorships = 0;
            for (int i = 0; i < CREATORS; i++) {
                SimulatedCreator creator = world.creator(i);
                sponsorships += IntStream.of(0, 1)
                        .mapToObj(season -> SimulatedSponsorship.inSeason(creator, season))
                        .filter(Optional::isPresent)
                        .count();
                creator.videos(DAYS).forEach(video -> trade(market, video));
            }
            AdWeek.all(market).forEach(week -> ADS.computeIfAbsent(week.channel(), channel -> new ArrayList<>())
                    .add(week));
            SALES_BY_SEED.put(seed, SALES.size() - before);
            SPONSORSHIPS_BY_SEED.put(seed, sponsorships);
        }
    }

    private static void trade(SimulatedMarket market, SimulatedVideo video) {
        SimulatedCreator creator = video.creator();
        double followers = creator.followersAtStart();
        if (followers >= 5_000) {
            VIEWS.add(video, Math.log(video.views() / creator.usualViews(followers)));
            ENGAGEMENT.add(video, logOdds(video.engagement()) - logOdds(creator.usualEngagement(followers)));
        }
        market.shown(video).ifPresent(product -> {
            List<SimulatedSale> sales = market.sales(video, Instant.MAX).toList();
            SALES.addAll(sales);
            // With fewer views most videos sell nothing, and nothing has no logarithm.
            if (video.views() >= 100_000) {
                SELLING.add(new double[] {
                    1,
                    Math.log(video.engagement()),
                    Math.log(followers),
                    creator.verified() ? 1 : 0,
                    Math.log(product.price()),
                    product.commission()
                });
                ORDERS_PER_VIEW.add(Math.log((sales.size() + .5) / video.views()));
            }
        });
    }

    @Test
    void sales_per_view_depend_on_engagement_and_verification_and_on_nothing_else() {
        assertTrue(SELLING.size() > 2_000, "videos: " + SELLING.size());
        double[] found = leastSquares(SELLING, ORDERS_PER_VIEW);
        assertEquals(.8, found[1], .1, "elasticity to engagement");
        assertEquals(0, found[2], .03, "elasticity to followers");
        assertEquals(Math.log(1.25), found[3], .1, "verified");
        assertEquals(0, found[4], .1, "elasticity to the price");
        assertEquals(0, found[5], .8, "commission");
    }

    @Test
    void each_category_has_its_share_of_refunds() {
        for (Category category : Category.ALL) {
            List<SimulatedSale> sales = SALES.stream()
                    .filter(sale -> sale.product().brand().category() == category)
                    .toList();
            double refunded = sales.stream()
                    .mapToInt(sale -> sale.refunds() > 0 ? 1 : 0)
                    .average()
                    .orElseThrow();
            double error = Math.sqrt(category.refunds() * (1 - category.refunds()) / sales.size());
            assertEquals(category.refunds(), refunded, 4 * error, category.id());
        }
    }

    @Test
    void the_creator_earns_its_commission_on_what_is_not_sent_back() {
        for (SimulatedSale sale : SALES) {
            assertEquals((sale.gross() - sale.refunds()) * sale.product().commission(), sale.commission(), .5);
        }
    }

    @Test
    void a_fifth_of_the_orders_comes_with_a_code_and_a_tenth_less() {
        double share = SALES.stream()
                .mapToInt(sale -> sale.promoCode().isPresent() ? 1 : 0)
                .average()
                .orElseThrow();
        assertEquals(.2, share, .01);
        for (SimulatedSale sale : SALES) {
            double full = sale.units() * sale.product().price();
            assertEquals(sale.promoCode().isPresent() ? .9 * full : full, sale.gross(), .5);
        }
    }

    @Test
    void every_order_has_an_id_of_its_own_and_follows_its_video() {
        Set<String> ids = new HashSet<>();
        for (SimulatedSale sale : SALES) {
            assertTrue(ids.add(sale.video().creator().world().seed() + "/" + sale.id()), sale.id());
            assertTrue(!sale.soldAt().isBefore(sale.video().postedAt()), sale.id());
        }
    }

    @Test
    void the_spend_of_each_channel_saturates_where_it_is_planted() {
        for (AdChannel channel : AdChannel.ALL) {
            double best = Double.POSITIVE_INFINITY;
            double half = 0;
            double most = 0;
            for (double step = -1; step <= 1; step += .01) {
                double candidate = channel.half() * Math.exp(step);
                double[] fit = fit(ADS.get(channel), candidate);
                if (fit[1] < best) {
                    best = fit[1];
                    half = candidate;
                    most = Math.exp(fit[0]);
                }
            }
            assertEquals(0, Math.log(half / channel.half()), .15, channel.id() + ": half of the orders");
            assertEquals(0, Math.log(most / channel.most()), .12, channel.id() + ": most orders");
        }
    }

    /** The best logarithm of the most orders, and the squares that are left. */
    private static double[] fit(List<AdWeek> weeks, double half) {
        double[] residuals = weeks.stream()
                .filter(week -> week.conversions() > 0)
                .mapToDouble(week -> {
                    double spend = week.spend() / 100.0;
                    return Math.log(week.conversions()) - Math.log(spend / (spend + half));
                })
                .toArray();
        double mean = IntStream.range(0, residuals.length)
                .mapToDouble(i -> residuals[i])
                .average()
                .orElseThrow();
        double squares = IntStream.range(0, residuals.length)
                .mapToDouble(i -> (residuals[i] - mean) * (residuals[i] - mean))
                .sum();
        return new double[] {mean, squares};
    }

    @Test
    void sponsored_videos_are_seen_more_and_engage_less() {
        assertTrue(VIEWS.sponsoredCount > 2_000, "sponsored videos: " + VIEWS.sponsoredCount);
        assertEquals(Math.log(1.20), VIEWS.found(), .06);
        assertEquals(Math.log(.85), ENGAGEMENT.found(), .03);
    }

    @Test
    void there_is_as_much_of_it_as_the_documentation_says() {
        SALES_BY_SEED.values().forEach(sales -> assertTrue(sales > 8_000 && sales < 60_000, SALES_BY_SEED::toString));
        SPONSORSHIPS_BY_SEED.values().forEach(count -> assertEquals(105, count, 35));
        assertEquals(6 * 21 * SEEDS.length, ADS.get(AdChannel.TV).size());
    }

    @Test
    void a_brand_contracts_a_creator_once() {
        SimulatedWorld world = new SimulatedWorld(7, 2_000, FIRST_DAY, 1_000);
        for (int i = 0; i < world.creators(); i++) {
            SimulatedCreator creator = world.creator(i);
            List<Integer> brands = IntStream.range(0, 1_000 / SimulatedSponsorship.SEASON_DAYS)
                    .mapToObj(season -> SimulatedSponsorship.inSeason(creator, season))
                    .flatMap(Optional::stream)
                    .map(SimulatedSponsorship::brand)
                    .toList();
            assertEquals(brands.size(), Set.copyOf(brands).size(), brands::toString);
        }
    }

    @Test
    void more_days_only_add_to_what_was_sold() {
        Set<SimulatedSale> shorter = sold(30);
        Set<SimulatedSale> longer = sold(60);
        Instant end = new SimulatedWorld(7, 200, FIRST_DAY, 30).observedAt(29);
        Set<String> early = new HashSet<>();
        longer.stream().filter(sale -> sale.soldAt().isBefore(end)).forEach(sale -> early.add(sale.id()));
        Set<String> known = new HashSet<>();
        shorter.forEach(sale -> known.add(sale.id()));
        assertTrue(known.size() > 50, known.toString());
        assertEquals(known, early);
    }

    private static Set<SimulatedSale> sold(int days) {
        SimulatedWorld world = new SimulatedWorld(7, 200, FIRST_DAY, days);
        SimulatedMarket market = new SimulatedMarket(world);
        Set<SimulatedSale> sales = new HashSet<>();
        for (int i = 0; i < world.creators(); i++) {
            world.creator(i)
                    .videos(days)
                    .flatMap(video -> market.sales(video, world.observedAt(days - 1)))
                    .forEach(sales::add);
        }
        return sales;
    }

    @Test
    void what_is_invented_is_not_called_like_anything_real() {
        Set<String> names = new HashSet<>();
        for (SimulatedBrand brand : new SimulatedMarket(new SimulatedWorld(7, 1, FIRST_DAY, 1)).brands()) {
            assertTrue(brand.name().startsWith("Sim "), brand.name());
            assertTrue(names.add(brand.name()), brand.name());
        }
    }

    private static double logOdds(double rate) {
        return Math.log(rate / (1 - rate));
    }

    /** Ordinary least squares, by Gauss's elimination of the normal equations. */
    private static double[] leastSquares(List<double[]> rows, List<Double> values) {
        int size = rows.get(0).length;
        double[][] equations = new double[size][size + 1];
        for (int row = 0; row < rows.size(); row++) {
            double[] x = rows.get(row);
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    equations[i][j] += x[i] * x[j];
                }
                equations[i][size] += x[i] * values.get(row);
            }
        }
        for (int pivot = 0; pivot < size; pivot++) {
            for (int i = 0; i < size; i++) {
                double factor = i == pivot ? 0 : equations[i][pivot] / equations[pivot][pivot];
                for (int j = pivot; j <= size; j++) {
                    equations[i][j] -= factor * equations[pivot][j];
                }
            }
        }
        return IntStream.range(0, size)
                .mapToDouble(i -> equations[i][size] / equations[i][i])
                .toArray();
    }
}
