package io.virality.application.portfolio;

import io.virality.application.Failure;
import io.virality.application.port.Tables;
import io.virality.application.port.Tables.Column;
import io.virality.application.port.Tables.Type;
import io.virality.domain.portfolio.Terms.Asked;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads what creators ask for a video from a table with the columns {@code handle}, {@code price} and, if need be, {@code currency}. */
public final class ReadPrices {

    private static final String HANDLE = "handle";
    private static final String PRICE = "price";
    private static final String CURRENCY = "currency";

    private final Tables tables;

    @Inject
    ReadPrices(Tables tables) {
        this.tables = tables;
    }

    /**
     * Prices by handle.
     *
     * @throws Failure {@code INVALID_INPUT} if it is no such table, a row has no price, or a creator has two
     */
    public Map<String, Asked> read(Path file) {
        List<String> there = tables.columns(file);
        for (String needed : List.of(HANDLE, PRICE)) {
            if (!there.contains(needed)) {
                throw Failure.invalid(file + " has no column '" + needed + "'; its columns are "
                        + String.join(", ", there) + ". Needed: handle, price; read, too, where it is there: currency");
            }
        }
        List<Column> columns = new ArrayList<>(List.of(new Column(HANDLE, Type.LABEL), new Column(PRICE, Type.LABEL)));
        if (there.contains(CURRENCY)) {
            columns.add(new Column(CURRENCY, Type.LABEL));
        }
        List<int[]> rows = new ArrayList<>();
        List<List<String>> labels = tables.read(
                List.of(file),
                columns,
                () -> batch -> {
                    synchronized (rows) {
                        for (int i = 0; i < batch.size(); i++) {
                            int[] row = new int[columns.size()];
                            for (int column = 0; column < row.length; column++) {
                                row[column] = batch.labels(column)[i];
                            }
                            rows.add(row);
                        }
                    }
                },
                (bytes, all) -> {});
        Map<String, Asked> prices = new TreeMap<>();
        for (int[] row : rows) {
            String handle = text(labels, row, 0)
                    .orElseThrow(() -> Failure.invalid("a row of " + file + " names no creator"))
                    .toLowerCase(Locale.ROOT)
                    .replaceFirst("^@", "");
            Asked price = new Asked(
                    amount(handle, text(labels, row, 1)),
                    (row.length > 2 ? text(labels, row, 2) : Optional.<String>empty()).map(code -> currency(code)));
            if (prices.put(handle, price) != null) {
                throw Failure.invalid(file + " has two prices of " + handle);
            }
        }
        return prices;
    }

    private static Optional<String> text(List<List<String>> labels, int[] row, int column) {
        return row[column] < 0
                ? Optional.empty()
                : Optional.of(labels.get(column).get(row[column]).strip()).filter(text -> !text.isEmpty());
    }

    private static BigDecimal amount(String handle, Optional<String> text) {
        return text.filter(amount -> amount.matches("[0-9]{1,12}([.][0-9]{1,10})?"))
                .map(BigDecimal::new)
                .orElseThrow(() -> Failure.invalid(
                        "the price of " + handle + " is no amount of money: '" + text.orElse("") + "'"));
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    Failure.Kind.INVALID_INPUT,
                    "unknown currency '" + code + "': write its three letters, such as EUR",
                    e);
        }
    }
}
