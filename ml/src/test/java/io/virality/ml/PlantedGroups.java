package io.virality.ml;

import java.util.Random;

/** Rows with known groups, or with none. */
record PlantedGroups(double[][] rows, int[] groupOf) {

    /** Groups of different size and spread, as far apart as is asked for, in standard deviations. */
    static PlantedGroups of(int groups, int rows, int size, double apart, Random random) {
        double[][] centres = new double[groups][size];
        for (int k = 0; k < groups; k++) {
            // On the corners of a cube, so that none lies between two others.
            for (int j = 0; j < size; j++) {
                centres[k][j] = apart * ((k >> j % 3 & 1) - .5) / Math.sqrt(size / 3.0);
            }
        }
        double[][] planted = new double[rows][size];
        int[] groupOf = new int[rows];
        for (int i = 0; i < rows; i++) {
            groupOf[i] = (int) (groups * Math.pow(random.nextDouble(), 1.3));
            for (int j = 0; j < size; j++) {
                planted[i][j] = centres[groupOf[i]][j] + random.nextGaussian() * (.7 + .1 * groupOf[i]);
            }
        }
        return new PlantedGroups(planted, groupOf);
    }

    /** One cloud: its columns go along with each other, and some are skewed. */
    static PlantedGroups none(int rows, int size, Random random) {
        double[][] cloud = new double[rows][size];
        for (double[] row : cloud) {
            double common = random.nextGaussian();
            for (int j = 0; j < size; j++) {
                row[j] = .6 * common + .8 * random.nextGaussian();
                row[j] = j % 4 == 3 ? Math.exp(row[j] / 2) - 1 : row[j];
            }
        }
        return new PlantedGroups(cloud, new int[rows]);
    }

    /** Hubert and Arabie's adjusted Rand index of found groups: 1 for the planted ones, about 0 for chance. */
    double adjustedRand(int[] found) {
        int ours = 64;
        double[][] both = new double[ours][ours];
        double[] planted = new double[ours];
        double[] seen = new double[ours];
        for (int i = 0; i < found.length; i++) {
            both[groupOf[i]][found[i] + 1]++;
            planted[groupOf[i]]++;
            seen[found[i] + 1]++;
        }
        double together = 0;
        double inPlanted = 0;
        double inFound = 0;
        for (int i = 0; i < ours; i++) {
            inPlanted += pairs(planted[i]);
            inFound += pairs(seen[i]);
            for (int k = 0; k < ours; k++) {
                together += pairs(both[i][k]);
            }
        }
        double expected = inPlanted * inFound / pairs(found.length);
        return (together - expected) / ((inPlanted + inFound) / 2 - expected);
    }

    private static double pairs(double count) {
        return count * (count - 1) / 2;
    }
}
