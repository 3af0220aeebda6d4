package io.virality.domain.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What each model credits each source with. Under every model the credits and what nobody earned add up to the total, to
 * the last ten-thousandth.
 *
 * @param sources their names, in order
 * @param credits of each source, in that order, under each model
 * @param unattributed orders before which nothing was met, and that name no code
 * @param coded orders that went to the owner of a promo code, whatever the model; part of the credits
 * @param total all orders
 * @param effects the removal effect of each source
 * @param touches how many counted
 * @param vain how many journeys ended without an order
 * @param sinceFirst how long after its first touch that counted an order came; empty if none did
 * @param sinceLast how long after its last one
 * @param lumped whether sources that were seldom met are one state of the chain together
 */
public record Attribution(
        List<String> sources,
        Map<Model, List<Credit>> credits,
        Credit unattributed,
        Credit coded,
        Credit total,
        List<Double> effects,
        long touches,
        long vain,
        Optional<Delay> sinceFirst,
        Optional<Delay> sinceLast,
        boolean lumped) {

    /** Copies are kept. */
    public Attribution {
        sources = List.copyOf(sources);
        credits = Map.copyOf(credits);
        effects = List.copyOf(effects);
    }

    /**
     * Attributes all orders.
     *
     * @param journeys what is told, in any order
     * @param names of the sources, by their numbers
     * @param owners the number of the source that owns each promo code, by the codes' numbers; −1 for nobody
     */
    public static Attribution of(List<Journeys> journeys, List<String> names, int[] owners, Rules rules) {
        return new Crediting(journeys, names, owners, rules).attribution();
    }

    /** What a model credits a source with. */
    public Credit credit(Model model, int source) {
        return credits.get(model).get(source);
    }

    /** Goes twice through all journeys: once to learn who would be missed, and once to credit. */
    private static final class Crediting {

        private final List<Journeys> journeys;
        private final Rules rules;
        private final List<String> names;
        private final int[] ranks;
        private final int[] owners;
        private final Map<Model, long[][]> credited = new EnumMap<>(Model.class);
        private final Weights weights;
        private Credit unattributed = Credit.NONE;
        private Credit coded = Credit.NONE;
        private Credit total = Credit.NONE;
        private long touches;
        private long vain;
        private final Delay.Counter sinceFirst;
        private final Delay.Counter sinceLast;

        Crediting(List<Journeys> journeys, List<String> names, int[] owners, Rules rules) {
            this.journeys = journeys;
            this.owners = owners;
            this.rules = rules;
            List<Integer> order = IntStream.range(0, names.size())
                    .boxed()
                    .sorted(Comparator.comparing(names::get))
                    .toList();
            this.names = order.stream().map(names::get).toList();
            this.ranks = new int[names.size()];
            for (int i = 0; i < ranks.length; i++) {
                ranks[order.get(i)] = i;
            }
            Duration longest = rules.click().compareTo(rules.view()) > 0 ? rules.click() : rules.view();
            this.sinceFirst = new Delay.Counter(longest);
            this.sinceLast = new Delay.Counter(longest);
            this.weights = new Weights(names.size(), rules);
            for (Model model : Model.values()) {
                credited.put(model, new long[names.size()][4]);
            }
        }

        Attribution attribution() {
            RemovalEffects removal = learn();
            double[] effects = removal.effects();
            for (int i = 0; i < Journeys.PARTITIONS; i++) {
                partition(i).eachOrder(journey -> credit(journey, effects));
            }
            Map<Model, List<Credit>> credits = new EnumMap<>(Model.class);
            credited.forEach((model, sums) ->
                    credits.put(model, Arrays.stream(sums).map(Crediting::sum).toList()));
            return new Attribution(
                    names,
                    credits,
                    unattributed,
                    coded,
                    total,
                    Arrays.stream(effects).boxed().toList(),
                    touches,
                    vain,
                    sinceFirst.delay(),
                    sinceLast.delay(),
                    removal.lumped());
        }

        private Partition partition(int number) {
            return new Partition(journeys, number, ranks, owners, rules);
        }

        private RemovalEffects learn() {
            long[] met = new long[names.size()];
            for (Journeys each : journeys) {
                for (int i = 0; i < Journeys.PARTITIONS; i++) {
                    Journeys.Touches told = each.touches(i);
                    for (int k = 0; k < told.size; k++) {
                        met[ranks[told.sources[k]]]++;
                    }
                }
            }
            RemovalEffects removal = new RemovalEffects(met);
            for (int i = 0; i < Journeys.PARTITIONS; i++) {
                Partition partition = partition(i);
                partition.eachOrder(journey -> {
                    if (journey.size > 0) {
                        removal.count(journey.sources, journey.size, true);
                    }
                });
                partition.eachVain(journey -> {
                    vain++;
                    removal.count(journey.sources, journey.size, false);
                });
            }
            return removal;
        }

        private void credit(Partition.Journey journey, double[] effects) {
            long[] amounts = {Credit.ORDER, journey.amounts[0], journey.amounts[1], journey.amounts[2]};
            Credit whole = sum(amounts);
            total = total.plus(whole);
            if (journey.size > 0) {
                sinceFirst.add(journey.orderedAt - journey.at[0]);
                sinceLast.add(journey.orderedAt - journey.at[journey.size - 1]);
            }
            if (journey.owner >= 0) {
                coded = coded.plus(whole);
                for (long[][] sums : credited.values()) {
                    add(sums[journey.owner], amounts);
                }
                return;
            }
            if (journey.size == 0) {
                unattributed = unattributed.plus(whole);
                return;
            }
            touches += journey.size;
            for (Model model : Model.values()) {
                long[][] sums = credited.get(model);
                Weights.Shares shares = weights.of(model, journey, effects);
                for (int amount = 0; amount < amounts.length; amount++) {
                    if (amounts[amount] > 0) {
                        long[] parts = LargestRemainder.split(amounts[amount], shares.weights());
                        for (int i = 0; i < parts.length; i++) {
                            int source = shares.sources()[i];
                            sums[source][amount] = Math.addExact(sums[source][amount], parts[i]);
                        }
                    }
                }
            }
        }

        private static void add(long[] sums, long[] amounts) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Math.addExact(sums[i], amounts[i]);
            }
        }

        private static Credit sum(long[] amounts) {
            return new Credit(amounts[0], amounts[1], amounts[2], amounts[3]);
        }
    }

    /** The sources by what a model credits them with, the most first. */
    public List<Integer> ranked(Model model) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            order.add(i);
        }
        order.sort(Comparator.comparingLong((Integer i) -> -credit(model, i).orders())
                .thenComparing(i -> i));
        return order;
    }
}
