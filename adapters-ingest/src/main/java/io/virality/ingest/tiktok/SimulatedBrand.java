package io.virality.ingest.tiktok;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An invented brand, which sells in a shop of its own.
 *
 * @param world where it sells
 * @param index its number there
 * @param name starts with {@value #NAME_PREFIX}
 * @param category what it sells
 * @param market the country of its shop
 * @param shopId the platform's id of its shop
 * @param productsSeed what its products follow from
 */
record SimulatedBrand(
        SimulatedWorld world,
        int index,
        String name,
        Category category,
        Market market,
        String shopId,
        long productsSeed) {

    /** How many there are: as many in each category. */
    static final int COUNT = 2 * Category.ALL.size();

    /** What is invented shall not be taken for somebody's brand. */
    static final String NAME_PREFIX = "Sim ";

    private static final long STREAM = 0x4252_414E_4453_0001L;
    private static final int PRODUCTS = 3;
    private static final List<Double> COMMISSIONS = List.of(.05, .10, .15, .20);
    private static final Instant FOUNDED = Instant.parse("2022-01-01T00:00:00Z");
    private static final List<String> STARTS =
            List.of("Amber Borrowed Copper Dapper Early Fern Gentle Hollow Inky Juniper Kindly Little".split(" "));
    private static final List<String> ENDS =
            List.of("Acorn Button Cloud Drawer Errand Feather Gate Heron Island Jar Kettle Ladder".split(" "));

    /** The brand of that index, counted from 0. */
    static SimulatedBrand draw(SimulatedWorld world, int index) {
        Chance chance = new Chance(new Chance(world.seed() ^ STREAM).seed() + index);
        // A category's two brands have the same first word and the second one from different ones, so no two share a
        // name.
        String name = NAME_PREFIX + STARTS.get(index % STARTS.size()) + " "
                + ENDS.get((index / STARTS.size() * 5 + (int) chance.between(0, 5)) % ENDS.size());
        return new SimulatedBrand(
                world,
                index,
                name,
                Category.ALL.get(index % Category.ALL.size()),
                chance.weighted(Market.ALL, Market::weight),
                world.id(FOUNDED.plusSeconds((long) chance.between(0, 50_000_000)), index),
                chance.seed());
    }

    /** The number of one of the brands of a category. */
    static int ofCategory(Category category, Chance chance) {
        int perCategory = COUNT / Category.ALL.size();
        return category.ordinal() + Category.ALL.size() * (int) (chance.fraction() * perCategory);
    }

    /** What it sells: always the same. */
    List<SimulatedProduct> products() {
        Chance chance = new Chance(productsSeed);
        return IntStream.range(0, PRODUCTS)
                .mapToObj(number -> new SimulatedProduct(
                        this,
                        world.id(
                                FOUNDED.plusSeconds((long) chance.between(60_000_000, 90_000_000)),
                                index * PRODUCTS + number),
                        name.substring(NAME_PREFIX.length()) + " " + chance.oneOf(category.goods()) + " "
                                + (number + 1),
                        Math.max(300, Math.round(100 * chance.logNormal(category.price(), .35))),
                        chance.oneOf(COMMISSIONS)))
                .toList();
    }
}
