package io.virality.domain.experiment;

/**
 * By how much more units an experiment needs if whole clusters are dealt, of which the units are alike: a creator with all
 * followers (Kish, Survey Sampling, 1965; for clusters of unequal size Eldridge, Ashby and Kerry, International Journal of
 * Epidemiology 35 (2006)).
 *
 * @param meanSize of the clusters
 * @param variation of their sizes: the standard deviation by the mean
 * @param correlation between two units of one cluster, 0 to 1
 */
public record DesignEffect(double meanSize, double variation, double correlation) {

    /** The factor if all clusters were of the mean size. */
    public double ofEqualClusters() {
        return 1 + (meanSize - 1) * correlation;
    }

    /** The factor. */
    public double factor() {
        return 1 + ((variation * variation + 1) * meanSize - 1) * correlation;
    }
}
