package io.virality.application.experiment;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Batch;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Place;
import io.virality.application.port.Tables.Type;
import io.virality.domain.experiment.Analysis;
import io.virality.domain.experiment.AnalysisPlan;
import io.virality.domain.experiment.Cap;
import io.virality.domain.experiment.Metric;
import io.virality.domain.experiment.Tally;
import io.virality.domain.experiment.UnitKeys;
import io.virality.domain.experiment.UnitSums;
import io.virality.domain.experiment.Units;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Analyses an experiment whose units stand in a table. */
public final class AnalyzeTable {

    /** With more units, a test by ranks is left out unless it is asked for. */
    public static final long USUALLY_RANKED = 1_000_000;

    private static final int MOST_VARIATIONS = 50;

    private final Tables tables;

    @Inject
    AnalyzeTable(Tables tables) {
        this.tables = tables;
    }

    /**
     * What is asked.
     *
     * @param files a table, or one for each variation
     * @param columns what their columns mean
     * @param plan with the metrics in the order of the columns'
     * @param units what is done about units
     * @param capAt the quantile of all units' values at which means and counts are capped; empty for no cap
     * @param mostRanked of how many units at most all values are kept, for a test by ranks; 0 for none
     */
    public record Question(
            List<File> files, Columns columns, AnalysisPlan plan, Check units, OptionalDouble capAt, long mostRanked) {}

    /** A table, and the variation of all its rows; empty where a column tells it. */
    public record File(Path path, Optional<String> variation) {}

    /**
     * What columns mean.
     *
     * @param unit who was assigned; empty if each row is a unit
     * @param variation empty if each file has its own
     * @param metrics in the order of the plan
     * @param covariate what was known before
     * @param cluster what units belong together by
     * @param segments what divides units
     * @param day when the unit came
     */
    public record Columns(
            Optional<String> unit,
            Optional<String> variation,
            List<Measured> metrics,
            Optional<String> covariate,
            Optional<String> cluster,
            List<String> segments,
            Optional<String> day) {}

    /**
     * Where a metric stands.
     *
     * @param above its column, or what is above the line
     * @param below what is below the line, if anything is
     * @param trials whether a row tells successes and trials, each of which is a unit
     */
    public record Measured(String above, Optional<String> below, boolean trials) {}

    /** What is done about units. */
    public enum Check {
        /** One that comes twice is an error. */
        UNIQUE,
        /** Their rows are added up. */
        SUM,
        /** Nothing: each row is believed to be a unit. */
        NONE
    }

    /**
     * What is answered.
     *
     * @param rows how many there are
     * @param caps of each metric; {@code Infinity} for none
     * @param unitBytes the memory that the check of units took; empty if there was none
     * @param rankBytes the memory that the test by ranks took; empty if it was left out
     */
    public record Answer(
            Analysis analysis, long rows, List<Double> caps, OptionalLong unitBytes, OptionalLong rankBytes) {}

    /**
     * Analyses it.
     *
     * @param progress is told how far reading is
     * @throws Failure {@code INVALID_INPUT} if a column is missing, a cell cannot be read, a unit comes twice, or there is
     *     nothing to compare
     */
    public Answer analyze(Question question, Tables.Progress progress) {
        Wanted wanted = new Wanted(question);
        double[] caps = new double[question.plan().metrics().size()];
        Arrays.fill(caps, Double.POSITIVE_INFINITY);
        boolean sum = question.units() == Check.SUM;
        if (question.capAt().isPresent() && !sum) {
            caps = caps(question, wanted, progress);
        }
        UnitSums sums = new UnitSums(
                wanted.flags(),
                question.columns().segments().size(),
                question.columns().cluster().isPresent());
        List<Share> shares = new ArrayList<>();
        double[] known = caps;
        List<List<String>> labels = tables.read(
                paths(question),
                wanted.columns,
                () -> {
                    Share share = new Share(question, wanted, layout(question, known), sums);
                    shares.add(share);
                    return share;
                },
                progress);
        List<UnitKeys> keys = shares.stream().map(share -> share.keys).toList();
        if (question.units() == Check.UNIQUE) {
            refuseRepeated(question, UnitKeys.repeated(keys));
        }
        long rows = shares.stream().mapToLong(share -> share.rows).sum();
        if (rows == 0) {
            throw Failure.invalid(paths(question).get(0) + " has no rows below its header");
        }
        Tally.Names names = names(question, wanted, labels);
        Tally tally;
        long crossed = 0;
        if (sum) {
            crossed = sums.crossed();
            Units units = sums.units();
            caps = question.capAt().isPresent() ? caps(question, units) : caps;
            tally = new Tally(layout(question, caps));
            tally.add(units);
        } else {
            tally = shares.get(0).tally;
            shares.stream().skip(1).forEach(share -> shares.get(0).tally.add(share.tally));
        }
        return new Answer(
                analysis(question, tally, names, crossed),
                rows,
                DoubleStream.of(caps).boxed().toList(),
                question.units() == Check.UNIQUE ? OptionalLong.of(UnitKeys.bytes(keys)) : OptionalLong.empty(),
                tally.rankedValues() > 0 ? OptionalLong.of(tally.rankedValues() * Double.BYTES) : OptionalLong.empty());
    }

    private static Analysis analysis(Question question, Tally tally, Tally.Names names, long crossed) {
        try {
            return Analysis.of(question.plan(), tally.evidence(names, crossed));
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, e.getMessage(), e);
        }
    }

    private static List<Path> paths(Question question) {
        return question.files().stream().map(File::path).toList();
    }

    private static Tally.Layout layout(Question question, double[] caps) {
        List<Tally.Count> counts = new ArrayList<>();
        for (int i = 0; i < caps.length; i++) {
            counts.add(new Tally.Count(
                    question.plan().metrics().get(i),
                    question.columns().metrics().get(i).trials(),
                    question.columns().covariate().isPresent(),
                    caps[i]));
        }
        return new Tally.Layout(
                counts,
                question.columns().segments(),
                question.columns().cluster().isPresent(),
                question.columns().day().isPresent(),
                question.mostRanked());
    }

    /** By a pass of its own over the capped columns, whose values are all kept for it. */
    private double[] caps(Question question, Wanted wanted, Tables.Progress progress) {
        List<Values> all = new ArrayList<>();
        tables.read(
                paths(question),
                wanted.columns,
                () -> {
                    Values values = new Values(wanted);
                    all.add(values);
                    return values;
                },
                progress);
        double[] caps = new double[wanted.metrics.length];
        for (int i = 0; i < caps.length; i++) {
            int metric = i;
            double[] values =
                    all.stream().flatMapToDouble(some -> some.of(metric)).toArray();
            caps[i] = cap(question, i, values);
        }
        return caps;
    }

    private static double[] caps(Question question, Units units) {
        double[] caps = new double[units.values().length];
        for (int i = 0; i < caps.length; i++) {
            caps[i] = cap(question, i, Arrays.copyOf(units.values()[i][0], units.size()));
        }
        return caps;
    }

    private static double cap(Question question, int metric, double[] values) {
        Metric.Kind kind = question.plan().metrics().get(metric).kind();
        double[] known =
                DoubleStream.of(values).filter(value -> !Double.isNaN(value)).toArray();
        return (kind == Metric.Kind.MEAN || kind == Metric.Kind.COUNT) && known.length > 0
                ? Cap.atQuantile(question.capAt().orElseThrow(), false, known).value()
                : Double.POSITIVE_INFINITY;
    }

    private void refuseRepeated(Question question, Set<Long> repeated) {
        if (repeated.isEmpty()) {
            return;
        }
        String column = question.columns().unit().orElseThrow();
        for (File file : question.files()) {
            List<Place> places = tables.places(file.path(), column, repeated);
            for (Place place : places) {
                List<Place> same = places.stream()
                        .filter(other -> other.text().equals(place.text()))
                        .toList();
                if (same.size() > 1) {
                    throw Failure.invalid(String.format(
                            Locale.ROOT,
                            "%s, line %d: the unit '%s' was there already, in line %d; each row must be another unit, or"
                                    + " say --sum-by-unit to add up the rows of each",
                            file.path(),
                            same.get(1).line(),
                            place.text(),
                            same.get(0).line()));
                }
            }
        }
        if (question.files().size() > 1) {
            throw Failure.invalid("a unit is in several of the files " + paths(question)
                    + "; each row must be another unit, or say --sum-by-unit to add up the rows of each");
        }
    }

    private static Tally.Names names(Question question, Wanted wanted, List<List<String>> labels) {
        List<String> variations = wanted.variation >= 0
                ? labels.get(wanted.variation)
                : question.files().stream()
                        .map(file -> file.variation().orElseThrow())
                        .toList();
        if (variations.size() > MOST_VARIATIONS) {
            throw Failure.invalid(
                    "the column '" + question.columns().variation().orElseThrow() + "' has " + variations.size()
                            + " different values: is it the variation?");
        }
        String control = question.plan().control();
        if (!variations.contains(control)) {
            throw Failure.invalid(Suggestion.unknown("control", control, variations));
        }
        question.plan().weights().keySet().stream()
                .filter(name -> !variations.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Failure.invalid(Suggestion.unknown("variation in the weights", name, variations));
                });
        return new Tally.Names(
                variations,
                Arrays.stream(wanted.segments).mapToObj(labels::get).toList(),
                wanted.day >= 0 ? labels.get(wanted.day) : List.of());
    }

    /** The columns that are read, each once, and their places. */
    private static final class Wanted {

        private final List<Column> columns = new ArrayList<>();
        private final int unit;
        private final int variation;
        private final int[] segments;
        private final int cluster;
        private final int day;
        private final int[][] metrics;
        private final int covariate;

        Wanted(Question question) {
            Columns names = question.columns();
            boolean keyed = question.units() != Check.NONE;
            this.unit = keyed ? place(names.unit().orElseThrow(), Type.KEY) : -1;
            this.variation = place(names.variation(), Type.LABEL);
            this.cluster = place(names.cluster(), Type.LABEL);
            this.day = place(names.day(), Type.LABEL);
            this.covariate = place(names.covariate(), Type.NUMBER);
            this.segments = names.segments().stream()
                    .mapToInt(name -> place(name, Type.LABEL))
                    .toArray();
            this.metrics = new int[names.metrics().size()][];
            for (int i = 0; i < metrics.length; i++) {
                metrics[i] =
                        places(names.metrics().get(i), question.plan().metrics().get(i));
            }
        }

        private int[] places(Measured measured, Metric metric) {
            boolean flag = metric.kind() == Metric.Kind.PROPORTION && !measured.trials();
            int above = place(measured.above(), flag ? Type.FLAG : Type.NUMBER);
            return Stream.of(
                            Optional.of(above),
                            measured.below().map(name -> place(name, Type.NUMBER)),
                            covariate < 0 ? Optional.<Integer>empty() : Optional.of(covariate))
                    .flatMap(Optional::stream)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        private int place(Optional<String> name, Type type) {
            return name.map(column -> place(column, type)).orElse(-1);
        }

        private int place(String name, Type type) {
            Column column = new Column(name, type);
            if (!columns.contains(column)) {
                columns.add(column);
            }
            return columns.indexOf(column);
        }

        boolean[][] flags() {
            boolean[][] flags = new boolean[metrics.length][];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = new boolean[metrics[i].length];
                flags[i][0] = columns.get(metrics[i][0]).type() == Type.FLAG;
            }
            return flags;
        }
    }

    /** What one thread reads. */
    private static final class Share implements Tables.Reader {

        private final Question question;
        private final Wanted wanted;
        private final Tally tally;
        private final UnitSums sums;
        private final UnitKeys keys = new UnitKeys();
        private int[] fileVariations = new int[0];
        private long rows;

        Share(Question question, Wanted wanted, Tally.Layout layout, UnitSums sums) {
            this.question = question;
            this.wanted = wanted;
            this.tally = new Tally(layout);
            this.sums = sums;
        }

        @Override
        public void read(Batch batch) {
            rows += batch.size();
            Units units = units(batch);
            if (question.units() == Check.SUM) {
                sums.add(batch.keys(wanted.unit), units);
                return;
            }
            if (question.units() == Check.UNIQUE) {
                keys.add(batch.keys(wanted.unit), batch.size());
            }
            tally.add(units);
        }

        private Units units(Batch batch) {
            int[][] segments = new int[wanted.segments.length][];
            for (int i = 0; i < segments.length; i++) {
                segments[i] = batch.labels(wanted.segments[i]);
            }
            double[][][] values = new double[wanted.metrics.length][][];
            for (int i = 0; i < values.length; i++) {
                values[i] = new double[wanted.metrics[i].length][];
                for (int j = 0; j < values[i].length; j++) {
                    values[i][j] = batch.numbers(wanted.metrics[i][j]);
                }
            }
            if (wanted.covariate >= 0) {
                unknownIsNothing(batch.numbers(wanted.covariate), batch.size());
            }
            return new Units(
                    batch.size(),
                    wanted.variation >= 0 ? batch.labels(wanted.variation) : ofFile(batch),
                    segments,
                    wanted.cluster >= 0 ? clusters(batch) : null,
                    wanted.day >= 0 ? batch.labels(wanted.day) : null,
                    values);
        }

        private int[] ofFile(Batch batch) {
            if (fileVariations.length < batch.size()) {
                fileVariations = new int[batch.size()];
            }
            Arrays.fill(fileVariations, batch.file());
            return fileVariations;
        }

        private int[] clusters(Batch batch) {
            int[] clusters = batch.labels(wanted.cluster);
            for (int i = 0; i < batch.size(); i++) {
                if (clusters[i] < 0) {
                    throw Failure.invalid("the column '"
                            + question.columns().cluster().orElseThrow()
                            + "' is empty in some rows: each unit must be in a cluster");
                }
            }
            return clusters;
        }

        /** A unit that was not there before did nothing before. */
        private static void unknownIsNothing(double[] values, int size) {
            for (int i = 0; i < size; i++) {
                values[i] = Double.isNaN(values[i]) ? 0 : values[i];
            }
        }
    }

    /** All values of each metric that one thread reads. */
    private static final class Values implements Tables.Reader {

        private final Wanted wanted;
        private final double[][] values;
        private int size;

        Values(Wanted wanted) {
            this.wanted = wanted;
            this.values = new double[wanted.metrics.length][1 << 12];
        }

        @Override
        public void read(Batch batch) {
            for (int i = 0; i < values.length; i++) {
                if (size + batch.size() > values[i].length) {
                    values[i] = Arrays.copyOf(values[i], 2 * Math.max(values[i].length, size + batch.size()));
                }
                System.arraycopy(batch.numbers(wanted.metrics[i][0]), 0, values[i], size, batch.size());
            }
            size += batch.size();
        }

        DoubleStream of(int metric) {
            return Arrays.stream(values[metric], 0, size);
        }
    }
}
