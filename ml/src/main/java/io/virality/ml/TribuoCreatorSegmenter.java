package io.virality.ml;

import com.google.protobuf.InvalidProtocolBufferException;
import io.virality.application.Failure;
import io.virality.application.port.CreatorSegmenter;
import io.virality.domain.segment.Grouping;
import io.virality.domain.segment.Method;
import io.virality.domain.segment.Partition;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tribuo.Dataset;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Tribuo;
import org.tribuo.clustering.ClusterID;
import org.tribuo.clustering.ClusteringFactory;
import org.tribuo.clustering.hdbscan.HdbscanModel;
import org.tribuo.clustering.hdbscan.HdbscanTrainer;
import org.tribuo.clustering.kmeans.KMeansModel;
import org.tribuo.clustering.kmeans.KMeansTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.distance.DistanceType;
import org.tribuo.protos.core.ModelProto;
import org.tribuo.provenance.SimpleDataSourceProvenance;

final class TribuoCreatorSegmenter implements CreatorSegmenter {

    /** K-means finds the nearest of many valleys: the best of so many beginnings is taken. */
    private static final int BEGINNINGS = 3;

    private static final int MOST_ITERATIONS = 100;
    private static final int NOISE = 0;

    private final ClusteringFactory factory = new ClusteringFactory();

    @Inject
    TribuoCreatorSegmenter() {}

    @Override
    public String library() {
        return "Tribuo " + Tribuo.VERSION;
    }

    @Override
    public Grouping group(double[][] rows, Method method, long seed) {
        Dataset<ClusterID> dataset = dataset(rows);
        return method.kind() == Method.Kind.KMEANS
                ? means(rows, dataset, method.size(), seed)
                : densities(dataset, method.size());
    }

    private static Grouping means(double[][] rows, Dataset<ClusterID> dataset, int groups, long seed) {
        KMeansModel best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int beginning = 0; beginning < BEGINNINGS; beginning++) {
            KMeansModel model = new KMeansTrainer(
                            Math.min(groups, rows.length),
                            MOST_ITERATIONS,
                            DistanceType.L2.getDistance(),
                            KMeansTrainer.Initialisation.PLUSPLUS,
                            1,
                            seed + beginning)
                    .train(dataset);
            double inertia = inertia(rows, centres(model));
            if (inertia < least) {
                best = model;
                least = inertia;
            }
        }
        return new Grouping(
                nearest(rows, centres(best)),
                best.serialize().toByteArray(),
                best.getProvenance().toString());
    }

    private static Grouping densities(Dataset<ClusterID> dataset, int smallest) {
        HdbscanModel model = new HdbscanTrainer(smallest).train(dataset);
        int[] labels = labels(model);
        return new Grouping(
                new Partition(
                        model.getClusterLabels().stream()
                                .mapToInt(label -> group(labels, label))
                                .toArray(),
                        labels.length),
                model.serialize().toByteArray(),
                model.getProvenance().toString());
    }

    @Override
    public Partition assign(byte[] payload, double[][] rows) {
        Model<?> model;
        try {
            model = Model.deserialize(ModelProto.parseFrom(payload));
        } catch (InvalidProtocolBufferException | RuntimeException e) {
            throw new Failure(Failure.Kind.INTERNAL, "a stored model of segments cannot be read: train it again", e);
        }
        if (model instanceof KMeansModel means) {
            return nearest(rows, centres(means));
        }
        if (model instanceof HdbscanModel densities) {
            int[] labels = labels(densities);
            String[] names = names(rows.length == 0 ? 0 : rows[0].length);
            return new Partition(
                    Arrays.stream(rows)
                            .mapToInt(row -> group(
                                    labels,
                                    densities
                                            .predict(example(names, row))
                                            .getOutput()
                                            .getID()))
                            .toArray(),
                    labels.length);
        }
        throw new Failure(
                Failure.Kind.INTERNAL, "a stored model of segments is a " + model.getClass() + ": train it again");
    }

    /** All labels but noise, in order: the groups' numbers. */
    private static int[] labels(HdbscanModel model) {
        return model.getClusterLabels().stream()
                .mapToInt(Integer::intValue)
                .filter(label -> label != NOISE)
                .distinct()
                .sorted()
                .toArray();
    }

    private static int group(int[] labels, int label) {
        return Math.max(Partition.NONE, Arrays.binarySearch(labels, label));
    }

    private static double[][] centres(KMeansModel model) {
        return Arrays.stream(model.getCentroidVectors())
                .map(centre -> centre.toArray())
                .toArray(double[][]::new);
    }

    /** The same as the model would say row by row, without an example for each. */
    private static Partition nearest(double[][] rows, double[][] centres) {
        return new Partition(
                Arrays.stream(rows).mapToInt(row -> nearest(row, centres)).toArray(), centres.length);
    }

    private static int nearest(double[] row, double[][] centres) {
        int nearest = 0;
        for (int k = 1; k < centres.length; k++) {
            nearest = squared(row, centres[k]) < squared(row, centres[nearest]) ? k : nearest;
        }
        return nearest;
    }

    private static double inertia(double[][] rows, double[][] centres) {
        return Arrays.stream(rows)
                .mapToDouble(row -> squared(row, centres[nearest(row, centres)]))
                .sum();
    }

    private static double squared(double[] one, double[] other) {
        double sum = 0;
        for (int j = 0; j < one.length; j++) {
            double difference = one[j] - other[j];
            sum += difference * difference;
        }
        return sum;
    }

    private Dataset<ClusterID> dataset(double[][] rows) {
        String[] names = names(rows[0].length);
        List<Example<ClusterID>> examples = new ArrayList<>(rows.length);
        for (double[] row : rows) {
            examples.add(example(names, row));
        }
        return new MutableDataset<>(examples, new SimpleDataSourceProvenance("creators", factory), factory);
    }

    private static Example<ClusterID> example(String[] names, double[] row) {
        return new ArrayExample<>(ClusteringFactory.UNASSIGNED_CLUSTER_ID, names, row);
    }

    /** Tribuo orders features by name. */
    private static String[] names(int size) {
        return IntStream.range(0, size)
                .mapToObj(j -> "score" + (char) ('a' + j))
                .toArray(String[]::new);
    }
}
