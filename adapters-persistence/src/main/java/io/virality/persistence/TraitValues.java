package io.virality.persistence;

import io.virality.domain.insight.ViewsByTrait;
import io.virality.domain.stats.Figures;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The creator and the value of each video, by what the video has in common with others. */
final class TraitValues {

    private static final byte BLANK = ' ';

    // By the bytes of the trait's name: to make a text of them for each row would cost more than all the rest.
    private final Map<ByteBuffer, Videos> byTrait = new HashMap<>();

    /** Videos that have something in common. */
    static final class Videos {

        private final String trait;
        private double[] creators = new double[1 << 2];
        private double[] values = new double[1 << 2];
        private int size;
        private int distinct;
        private int newest;

        private Videos(ByteBuffer trait) {
            this.trait = StandardCharsets.UTF_8.decode(trait.duplicate()).toString();
        }

        /** A video may name a trait twice. */
        private void add(int video, double creator, double value) {
            if (size > 0 && newest == video) {
                return;
            }
            newest = video;
            distinct += size == 0 || creators[size - 1] != creator ? 1 : 0;
            if (size == values.length) {
                creators = Arrays.copyOf(creators, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            creators[size] = creator;
            values[size] = value;
            size++;
        }

        private Videos and(Videos others) {
            creators = Arrays.copyOf(creators, size + others.size);
            values = Arrays.copyOf(values, size + others.size);
            System.arraycopy(others.creators, 0, creators, size, others.size);
            System.arraycopy(others.values, 0, values, size, others.size);
            size += others.size;
            distinct += others.distinct;
            return this;
        }

        /** The name of what they have in common. */
        String trait() {
            return trait;
        }

        /** How many creators they have. */
        long creators() {
            return distinct;
        }

        /** How many they are. */
        long n() {
            return size;
        }
    }

    /**
     * Reads them from rows of a creator, a value, and a trait, in the order of the creators.
     *
     * @param several whether a trait is several ones, separated by blanks
     */
    static TraitValues read(ResultSet rows, boolean several) throws SQLException {
        TraitValues read = new TraitValues();
        for (int video = 0; rows.next(); video++) {
            double creator = rows.getDouble(1);
            double value = rows.getDouble(2);
            byte[] traits = rows.getBytes(3);
            int begin = 0;
            for (int end = 0; end <= traits.length; end++) {
                if (end == traits.length || several && traits[end] == BLANK) {
                    read.byTrait
                            .computeIfAbsent(ByteBuffer.wrap(traits, begin, end - begin), Videos::new)
                            .add(video, creator, value);
                    begin = end + 1;
                }
            }
        }
        return read;
    }

    /** These videos, and those of other creators. */
    TraitValues and(TraitValues others) {
        others.byTrait.forEach((trait, videos) -> byTrait.merge(trait, videos, Videos::and));
        return this;
    }

    /** The videos of each trait, in no order. */
    List<Videos> all() {
        return List.copyOf(byTrait.values());
    }

    /** The {@link ViewsByTrait#FIGURES} of these videos, each group of which is a row. */
    static Figures figures(List<Videos> groups) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(
                "row",
                IntStream.range(0, groups.size())
                        .mapToObj(row -> DoubleStream.generate(() -> row).limit(groups.get(row).size))
                        .flatMapToDouble(Function.identity())
                        .toArray());
        columns.put("creator", column(groups, videos -> videos.creators));
        columns.put("value", column(groups, videos -> videos.values));
        return new Figures(columns);
    }

    private static double[] column(List<Videos> groups, Function<Videos, double[]> told) {
        return groups.stream()
                .flatMapToDouble(videos -> Arrays.stream(told.apply(videos), 0, videos.size))
                .toArray();
    }
}
