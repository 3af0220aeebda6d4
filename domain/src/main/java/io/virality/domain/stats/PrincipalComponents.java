package io.virality.domain.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The directions in which rows differ most, at right angles to one another, the one that tells most first. */
public final class PrincipalComponents {

    private static final int MOST_SWEEPS = 100;
    private static final double NOTHING = 1e-30;

    private final double[] means;
    private final double[][] directions;
    private final double[] variances;

    private PrincipalComponents(double[] means, double[][] directions, double[] variances) {
        this.means = means;
        this.directions = directions;
        this.variances = variances;
    }

    /**
     * The components of rows.
     *
     * @param rows at least two, of equal length
     * @throws IllegalArgumentException if there are fewer
     */
    public static PrincipalComponents of(double[][] rows) {
        if (rows.length < 2) {
            throw new IllegalArgumentException(rows.length + " rows differ in nothing");
        }
        int size = rows[0].length;
        double[] means = new double[size];
        for (double[] row : rows) {
            for (int j = 0; j < size; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        double[][] covariance = new double[size][size];
        for (double[] row : rows) {
            for (int i = 0; i < size; i++) {
                for (int j = 0; j < size; j++) {
                    covariance[i][j] += (row[i] - means[i]) * (row[j] - means[j]) / (rows.length - 1);
                }
            }
        }
        double[][] vectors = diagonalise(covariance);
        int[] order = IntStream.range(0, size)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -covariance[i][i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] directions = new double[size][size];
        double[] variances = new double[size];
        for (int k = 0; k < size; k++) {
            variances[k] = Math.max(0, covariance[order[k]][order[k]]);
            for (int j = 0; j < size; j++) {
                directions[k][j] = vectors[j][order[k]];
            }
            faceForward(directions[k]);
        }
        return new PrincipalComponents(means, directions, variances);
    }

    /** A direction and its opposite are the same: the largest part counts as positive. */
    private static void faceForward(double[] direction) {
        int largest = 0;
        for (int j = 1; j < direction.length; j++) {
            largest = Math.abs(direction[j]) > Math.abs(direction[largest]) + 1e-12 ? j : largest;
        }
        if (direction[largest] < 0) {
            for (int j = 0; j < direction.length; j++) {
                direction[j] = -direction[j];
            }
        }
    }

    /** Jacobi's method: turns a symmetric matrix into the diagonal of its eigenvalues; gives the eigenvectors as columns. */
    private static double[][] diagonalise(double[][] matrix) {
        int size = matrix.length;
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && besideDiagonal(matrix) > NOTHING; sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    if (matrix[p][q] != 0) {
                        rotate(matrix, vectors, p, q);
                    }
                }
            }
        }
        return vectors;
    }

    private static double besideDiagonal(double[][] matrix) {
        double sum = 0;
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                sum += matrix[p][q] * matrix[p][q];
            }
        }
        return sum;
    }

    private static void rotate(double[][] matrix, double[][] vectors, int p, int q) {
        double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (int i = 0; i < matrix.length; i++) {
            double atP = matrix[i][p];
            double atQ = matrix[i][q];
            matrix[i][p] = cosine * atP - sine * atQ;
            matrix[i][q] = sine * atP + cosine * atQ;
        }
        for (int i = 0; i < matrix.length; i++) {
            double ofP = matrix[p][i];
            double ofQ = matrix[q][i];
            matrix[p][i] = cosine * ofP - sine * ofQ;
            matrix[q][i] = sine * ofP + cosine * ofQ;
            double atP = vectors[i][p];
            double atQ = vectors[i][q];
            vectors[i][p] = cosine * atP - sine * atQ;
            vectors[i][q] = sine * atP + cosine * atQ;
        }
    }

    /** How many there are: as many as a row has values. */
    public int count() {
        return variances.length;
    }

    /** How much of a component each value has. A copy. */
    public double[] direction(int component) {
        return directions[component].clone();
    }

    /** How far rows lie from the mean along a component, squared, on average. */
    public double variance(int component) {
        return variances[component];
    }

    /** What part of all variance the first components tell. */
    public double told(int components) {
        double all = Arrays.stream(variances).sum();
        return all == 0 ? 0 : Arrays.stream(variances, 0, components).sum() / all;
    }

    /** Where a row lies along a component; the mean of all rows lies at 0. */
    public double position(double[] row, int component) {
        double position = 0;
        for (int j = 0; j < row.length; j++) {
            position += (row[j] - means[j]) * directions[component][j];
        }
        return position;
    }

    /** The row that lies there along each component. */
    public double[] row(double[] positions) {
        double[] row = means.clone();
        for (int k = 0; k < positions.length; k++) {
            for (int j = 0; j < row.length; j++) {
                row[j] += positions[k] * directions[k][j];
            }
        }
        return row;
    }
}
