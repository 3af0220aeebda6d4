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
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.jooq.Select;

/** The creator and the value of each video, by what the video has in common with others. */
final class TraitValues {

    // By the bytes of the trait's name: to make a text of them for each row would cost more than all the rest.
    private final Map<ByteBuffer, Integer> numbers = new HashMap<>();
    private final DoubleStream.Builder traits = DoubleStream.builder();
    private final NumberColumns videos = new NumberColumns(2);

    /** Reads them from rows of a creator, a value, and a trait. */
    void read(InsightSql sql, Select<?> measured) {
        sql.read(measured, this::add);
    }

    private int add(ResultSet rows) throws SQLException {
        while (rows.next()) {
            videos.add(rows);
            traits.add(numbers.computeIfAbsent(ByteBuffer.wrap(rows.getBytes(3)), trait -> numbers.size()));
        }
        return videos.size();
    }

    /** The {@link ViewsByTrait#FIGURES} of those that have one of these traits, the places of which are their rows. */
    Figures of(List<String> named) {
        double[] rows = new double[numbers.size()];
        Arrays.fill(rows, -1);
        for (int i = 0; i < named.size(); i++) {
            rows[numbers.get(StandardCharsets.UTF_8.encode(named.get(i)))] = i;
        }
        double[] row = traits.build().map(trait -> rows[(int) trait]).toArray();
        Figures all = videos.figures(List.of("creator", "value"));
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("row", row);
        all.names().forEach(name -> columns.put(name, all.column(name)));
        return new Figures(columns)
                .at(IntStream.range(0, row.length).filter(i -> row[i] >= 0).toArray());
    }
}
