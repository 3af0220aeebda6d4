package io.virality.application.marketplace;

import io.virality.application.Failure;
import io.virality.application.Suggestion;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Batch;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.domain.attribution.AttributedSales;
import io.virality.domain.attribution.Attribution;
import io.virality.domain.attribution.Credit;
import io.virality.domain.attribution.Journeys;
import io.virality.domain.attribution.Rules;
import io.virality.domain.creator.Origin;
import io.virality.domain.marketplace.Money;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Attributes the orders in one table to what their buyers met before, as another table tells. */
public final class AttributeSales {

    private static final double MILLISECONDS_A_DAY = Duration.ofDays(1).toMillis();
    private static final double TEN_THOUSANDTHS = 10_000;
    private static final List<String> AMOUNTS = List.of("gross", "refunds", "commission");

    private final Tables tables;

    @Inject
    AttributeSales(Tables tables) {
        this.tables = tables;
    }

    /**
     * What is asked.
     *
     * @param orders a table with {@code buyer}, {@code sold_at} and {@code gross}; maybe {@code refunds}, {@code commission},
     *     {@code currency} and {@code promo_code}
     * @param touches a table with {@code buyer}, {@code at} and what was met; maybe {@code view}
     * @param codes a table with {@code promo_code} and whose it is
     * @param to the column that tells what was met: a creator, a video
     * @param columns other names of these columns in the tables, by these names
     * @param data what is said of the origin of orders and touches
     */
    public record Question(
            Path orders,
            Path touches,
            Optional<Path> codes,
            String to,
            Map<String, String> columns,
            Rules rules,
            Origin data) {}

    /**
     * Attributes them.
     *
     * @param progress is told how far reading is
     * @throws Failure {@code INVALID_INPUT} if a column is missing, a cell cannot be read, there are no orders, or their
     *     amounts are in several currencies
     */
    public AttributedSales attribute(Question question, Tables.Progress progress) {
        List<Journeys> told = Collections.synchronizedList(new ArrayList<>());
        Map<String, Integer> sources = new LinkedHashMap<>();
        List<String> met = readTouches(question, told, progress);
        met.forEach(name -> sources.put(name, sources.size()));
        OrderTable orders = new OrderTable(question);
        orders.read(told, progress);
        Map<String, String> owners = question.codes()
                .map(file -> readCodes(question, file, progress))
                .orElse(Map.of());
        owners.values().forEach(name -> sources.putIfAbsent(name, sources.size()));
        int[] ownerOf = orders.codes.stream()
                .mapToInt(code -> owners.containsKey(code) ? sources.get(owners.get(code)) : -1)
                .toArray();
        Attribution attribution =
                Attribution.of(List.copyOf(told), List.copyOf(sources.keySet()), ownerOf, question.rules());
        return new AttributedSales(
                attribution,
                question.rules(),
                question.to(),
                orders.currency,
                Map.of(orders.currency, attribution.total().orders() / Credit.ORDER),
                orders.ownerless(ownerOf),
                0,
                0,
                orders.columns.contains("refunds"),
                orders.columns.contains("commission"),
                question.data());
    }

    private List<String> readTouches(Question question, List<Journeys> told, Tables.Progress progress) {
        List<Column> columns = new ArrayList<>(List.of(
                required(question, question.touches(), "buyer", Type.KEY),
                required(question, question.touches(), "at", Type.TIME),
                required(question, question.touches(), question.to(), Type.LABEL)));
        boolean views = has(question, question.touches(), "view");
        if (views) {
            columns.add(new Column(name(question, "view"), Type.FLAG));
        }
        List<List<String>> labels = tables.read(
                List.of(question.touches()),
                columns,
                () -> {
                    Journeys journeys = new Journeys();
                    told.add(journeys);
                    return batch -> touches(batch, journeys, views);
                },
                progress);
        return labels.get(2);
    }

    private static void touches(Batch batch, Journeys journeys, boolean views) {
        long[] buyers = batch.keys(0);
        double[] at = batch.numbers(1);
        int[] met = batch.labels(2);
        for (int i = 0; i < batch.size(); i++) {
            // Of whom nobody knows when, or what, nothing can be attributed to.
            if (!Double.isNaN(at[i]) && met[i] >= 0) {
                journeys.touch(buyers[i], moment(at[i]), met[i], views && batch.numbers(3)[i] == 1);
            }
        }
    }

    private static long moment(double days) {
        return Math.round(days * MILLISECONDS_A_DAY);
    }

    private Map<String, String> readCodes(Question question, Path file, Tables.Progress progress) {
        List<int[]> pairs = Collections.synchronizedList(new ArrayList<>());
        List<List<String>> labels = tables.read(
                List.of(file),
                List.of(
                        required(question, file, "promo_code", Type.LABEL),
                        required(question, file, question.to(), Type.LABEL)),
                () -> batch -> {
                    for (int i = 0; i < batch.size(); i++) {
                        if (batch.labels(0)[i] >= 0 && batch.labels(1)[i] >= 0) {
                            pairs.add(new int[] {batch.labels(0)[i], batch.labels(1)[i]});
                        }
                    }
                },
                progress);
        Map<String, String> owners = new HashMap<>();
        for (int[] pair : pairs) {
            String code = labels.get(0).get(pair[0]);
            String owner = labels.get(1).get(pair[1]);
            String before = owners.put(code, owner);
            if (before != null && !before.equals(owner)) {
                throw Failure.invalid(
                        file + ": the promo code '" + code + "' belongs to '" + before + "' and to '" + owner + "'");
            }
        }
        return owners;
    }

    private Column required(Question question, Path file, String field, Type type) {
        String name = name(question, field);
        List<String> there = tables.columns(file);
        if (!there.contains(name)) {
            throw Failure.invalid(file + " has no column '" + name + "'"
                    + Suggestion.nearest(name, there)
                            .map(near -> "; is '" + near + "' meant? Say --map " + near + "=" + field)
                            .orElse("; it has: " + String.join(", ", there)));
        }
        return new Column(name, type);
    }

    private boolean has(Question question, Path file, String field) {
        return tables.columns(file).contains(name(question, field));
    }

    private static String name(Question question, String field) {
        return question.columns().getOrDefault(field, field);
    }

    /** Reads orders. */
    private final class OrderTable {

        private final Question question;
        private final List<String> columns;
        private final Map<Integer, long[]> byCode = new HashMap<>();
        private List<String> codes = List.of();
        private Currency currency = Money.UNKNOWN;

        OrderTable(Question question) {
            this.question = question;
            this.columns = List.of("gross", "refunds", "commission", "currency", "promo_code").stream()
                    .filter(field -> field.equals("gross") || has(question, question.orders(), field))
                    .toList();
        }

        void read(List<Journeys> told, Tables.Progress progress) {
            List<Column> read = new ArrayList<>(List.of(
                    required(question, question.orders(), "buyer", Type.KEY),
                    required(question, question.orders(), "sold_at", Type.TIME)));
            for (String field : columns) {
                read.add(required(
                        question, question.orders(), field, AMOUNTS.contains(field) ? Type.NUMBER : Type.LABEL));
            }
            List<List<String>> labels = tables.read(
                    List.of(question.orders()),
                    read,
                    () -> {
                        Journeys journeys = new Journeys();
                        told.add(journeys);
                        return batch -> orders(batch, journeys);
                    },
                    progress);
            if (columns.contains("currency")) {
                List<String> currencies = labels.get(2 + columns.indexOf("currency"));
                if (currencies.size() > 1) {
                    throw Failure.invalid(question.orders() + " has amounts in " + String.join(", ", currencies)
                            + ": they cannot be added up. Make it one currency, or one file for each");
                }
                currencies.forEach(code -> currency = currency(code));
            }
            if (columns.contains("promo_code")) {
                codes = labels.get(2 + columns.indexOf("promo_code"));
            }
        }

        private Currency currency(String code) {
            try {
                return Currency.getInstance(code.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Failure(
                        Failure.Kind.INVALID_INPUT,
                        question.orders() + ": the currency '" + code + "' is no code of ISO 4217, such as USD",
                        e);
            }
        }

        private void orders(Batch batch, Journeys journeys) {
            long[] buyers = batch.keys(0);
            double[] at = batch.numbers(1);
            int codeAt = columns.indexOf("promo_code");
            long[][] amounts = new long[AMOUNTS.size()][];
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = amounts(batch, columns.indexOf(AMOUNTS.get(i)));
            }
            for (int i = 0; i < batch.size(); i++) {
                if (Double.isNaN(at[i])) {
                    throw Failure.invalid(question.orders() + " has an order without a time");
                }
                int code = codeAt < 0 ? -1 : batch.labels(2 + codeAt)[i];
                try {
                    journeys.order(buyers[i], moment(at[i]), code, amounts[0][i], amounts[1][i], amounts[2][i]);
                } catch (IllegalArgumentException e) {
                    throw new Failure(Failure.Kind.INVALID_INPUT, question.orders() + ": " + e.getMessage(), e);
                }
                if (code >= 0) {
                    synchronized (byCode) {
                        byCode.computeIfAbsent(code, unseen -> new long[1])[0]++;
                    }
                }
            }
        }

        /** To the nearest ten-thousandth: up to a hundred billion, a number with four decimals is told exactly. */
        private long[] amounts(Batch batch, int column) {
            long[] amounts = new long[batch.size()];
            if (column >= 0) {
                double[] numbers = batch.numbers(2 + column);
                Arrays.setAll(amounts, i -> Double.isNaN(numbers[i]) ? 0 : Math.round(numbers[i] * TEN_THOUSANDTHS));
            }
            return amounts;
        }

        private long ownerless(int[] owners) {
            return byCode.entrySet().stream()
                    .filter(code -> owners[code.getKey()] < 0)
                    .mapToLong(code -> code.getValue()[0])
                    .sum();
        }
    }
}
