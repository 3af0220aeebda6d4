package io.virality.application.port;

import io.virality.domain.segment.Grouping;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Partition;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Groups rows around rows that are far from each other: enough where the groups are plain. */
public final class InMemoryCreatorSegmenter implements CreatorSegmenter {

    @Override
    public Grouping group(double[][] rows, Method method, long seed) {
        double[][] centres = new double[method.kind() == Method.Kind.KMEANS ? method.size() : 2][];
        centres[0] = rows[0];
        for (int k = 1; k < centres.length; k++) {
            double[][] known = Arrays.copyOf(centres, k);
            centres[k] = Arrays.stream(rows)
                    .max((one, other) -> Double.compare(away(one, known), away(other, known)))
                    .orElseThrow();
        }
        for (int i = 0; i < 5; i++) {
            double[][] moved = assign(centres, rows).centres(rows);
            for (int k = 0; k < centres.length; k++) {
                centres[k] = moved[k] == null ? centres[k] : moved[k];
            }
        }
        ByteBuffer payload = ByteBuffer.allocate(8 + centres.length * centres[0].length * 8);
        payload.putInt(centres.length).putInt(centres[0].length);
        for (double[] centre : centres) {
            for (double value : centre) {
                payload.putDouble(value);
            }
        }
        return new Grouping(assign(payload.array(), rows), payload.array(), "plain loops");
    }

    @Override
    public Partition assign(byte[] payload, double[][] rows) {
        ByteBuffer told = ByteBuffer.wrap(payload);
        double[][] centres = new double[told.getInt()][told.getInt()];
        for (double[] centre : centres) {
            Arrays.setAll(centre, j -> told.getDouble());
        }
        return assign(centres, rows);
    }

    private static Partition assign(double[][] centres, double[][] rows) {
        int[] groupOf = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int k = 0; k < centres.length; k++) {
                if (squared(rows[i], centres[k]) < squared(rows[i], centres[groupOf[i]])) {
                    groupOf[i] = k;
                }
            }
        }
        return new Partition(groupOf, centres.length);
    }

    @Override
    public String library() {
        return "plain loops 1";
    }

    private static double away(double[] row, double[][] centres) {
        return Arrays.stream(centres)
                .mapToDouble(centre -> squared(row, centre))
                .min()
                .orElseThrow();
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            sum += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return sum;
    }
}
