package io.virality.domain.experiment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that an analysis needs to know of an experiment's units. Only the statistics are always there; what else is empty is
 * not looked into.
 *
 * @param units how many there are, by variation
 * @param crossed how many were seen in two variations, and are in none of them here
 * @param unassigned how many rows tell no variation, and are not in here
 * @param looks how many there were, by variation, whenever somebody could have looked
 * @param metrics what was measured, in the order of the plan
 */
public record Evidence(
        Map<String, Long> units, long crossed, long unassigned, List<Map<String, Long>> looks, List<OfMetric> metrics) {

    /** Of which nobody knows when units came. */
    public Evidence(Map<String, Long> units, long crossed, long unassigned, List<OfMetric> metrics) {
        this(units, crossed, unassigned, List.of(), metrics);
    }

    /**
     * Of one metric. The maps have the variations as their keys.
     *
     * @param statistics of all units that have a value
     * @param missing how many units have none
     * @param extremes what its largest values do
     * @param ranked all values
     * @param clusters the units of each cluster, where clusters were dealt to the variations
     * @param clustersInTwo how many clusters have units in two variations
     * @param creators each creator alone, where creators were dealt one by one
     * @param segments the same within parts of the units
     * @param days the same by day, in their order
     * @param otherwise the same with another unit of analysis
     */
    public record OfMetric(
            Map<String, SufficientStatistics> statistics,
            Map<String, Long> missing,
            Optional<Extremes> extremes,
            Map<String, double[]> ranked,
            Map<String, List<Moments>> clusters,
            long clustersInTwo,
            Map<String, List<Moments>> creators,
            List<Segment> segments,
            List<Day> days,
            Optional<Otherwise> otherwise) {

        /** Of which nothing but the statistics is known. */
        public static OfMetric of(Map<String, SufficientStatistics> statistics) {
            return of(statistics, Map.of());
        }

        /** Of which nothing but the statistics and the clusters is known. */
        public static OfMetric of(Map<String, SufficientStatistics> statistics, Map<String, List<Moments>> clusters) {
            return new OfMetric(
                    statistics,
                    Map.of(),
                    Optional.empty(),
                    Map.of(),
                    clusters,
                    0,
                    Map.of(),
                    List.of(),
                    List.of(),
                    Optional.empty());
        }

        /** The same with what only single units tell. */
        public OfMetric with(
                Optional<Extremes> largest, Map<String, double[]> values, Map<String, List<Moments>> alone) {
            return new OfMetric(
                    statistics, missing, largest, values, clusters, clustersInTwo, alone, segments, days, otherwise);
        }

        /** The same in parts of the units, and by day. */
        public OfMetric in(List<Segment> parts, List<Day> each) {
            return new OfMetric(
                    statistics, missing, extremes, ranked, clusters, clustersInTwo, creators, parts, each, otherwise);
        }
    }

    /**
     * What remains without the largest values of all variations together.
     *
     * @param largest the largest value
     * @param in the variation that it is in
     * @param withoutLargest the statistics without it
     * @param above the value above which lies the top 0.1 %
     * @param removed how many units that is
     * @param withoutTop the statistics without them
     */
    public record Extremes(
            double largest,
            String in,
            Map<String, SufficientStatistics> withoutLargest,
            double above,
            long removed,
            Map<String, SufficientStatistics> withoutTop) {}

    /**
     * Some of the units.
     *
     * @param dimension what divides them
     * @param level what they have in common
     * @param statistics of those
     * @param clusters of those, where clusters were dealt to the variations
     */
    public record Segment(
            String dimension,
            String level,
            Map<String, SufficientStatistics> statistics,
            Map<String, List<Moments>> clusters) {}

    /** The units of a day. */
    public record Day(String day, Map<String, SufficientStatistics> statistics) {}

    /**
     * With another unit of analysis.
     *
     * @param unit the one of the results
     * @param other the one of these statistics
     */
    public record Otherwise(String unit, String other, Map<String, SufficientStatistics> statistics) {}
}
