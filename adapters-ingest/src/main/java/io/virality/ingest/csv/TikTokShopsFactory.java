package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.Source;
import io.virality.spi.SourceException;
import io.virality.spi.SourceFactory;
import java.nio.file.Path;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes sources of type {@code tiktok-shops}: JSON lists of shops with what they sold (gross merchandise value), packed
 * with gzip or not. Properties:
 *
 * <ul>
 *   <li>{@code file}: the file; needed
 *   <li>{@code observedAt}: when the figures held, as for CSV files
 *   <li>{@code currency}: the ISO 4217 code of all amounts; the lists do not state it, and nothing is guessed
 * </ul>
 *
 * <p>The whole file is looked through before a source is made of it.
 */
public final class TikTokShopsFactory implements SourceFactory {

    private static final String FILE = "file";
    private static final String OBSERVED_AT = "observedAt";
    private static final String CURRENCY = "currency";
    private static final Set<String> PROPERTIES = Set.of(FILE, OBSERVED_AT, CURRENCY);

    /** Those who publish such lists add a word to the figures that they have gone through. */
    private static final List<Column> COLUMNS = List.of(
            new Column("Shop ID", Fields.SHOP_ID),
            new Column("Shop Name", Fields.NAME),
            cleaned("Category", Fields.CATEGORY, Conversion.PLAIN),
            new Column("Country/Region", Fields.REGION, Conversion.COUNTRY),
            cleaned("Total GMV", Fields.GMV, Conversion.COMPACT),
            cleaned("GMV growth", Fields.GMV_GROWTH, Conversion.COMPACT),
            cleaned("Unit sold growth", Fields.UNITS, Conversion.COMPACT),
            cleaned("Unit Price", Fields.PRICE, Conversion.PLAIN),
            cleaned("Related video", Fields.VIDEOS, Conversion.COMPACT),
            cleaned("Related creator", Fields.CREATORS, Conversion.COMPACT),
            cleaned("Selling products", Fields.PRODUCTS, Conversion.COMPACT));

    /** For the service loader. */
    public TikTokShopsFactory() {}

    private static Column cleaned(String name, String field, Conversion conversion) {
        return Column.like(name, Column.plain(name) + "( cleaned)?", field, conversion);
    }

    @Override
    public String type() {
        return "tiktok-shops";
    }

    @Override
    public Source create(String name, Map<String, String> properties) throws SourceException {
        for (String property : properties.keySet()) {
            if (!PROPERTIES.contains(property)) {
                throw SourceException.unknown("property", property, PROPERTIES);
            }
        }
        Path file = CsvFile.path(type(), properties.get(FILE));
        ObservationTime time =
                ObservationTime.of(CsvFile.requireFile(file), Optional.ofNullable(properties.get(OBSERVED_AT)));
        Map<String, String> constants = new LinkedHashMap<>();
        if (properties.containsKey(CURRENCY)) {
            constants.put(Fields.CURRENCY, currency(properties.get(CURRENCY)));
        }
        if (time.told()) {
            constants.put(Fields.OBSERVED_AT, time.instant().toString());
        }
        boolean packed = CsvFile.isPacked(file);
        return new TikTokShops(file, packed, columns(file, packed), Map.copyOf(constants), time);
    }

    private static String currency(String code) throws SourceException {
        try {
            return Currency.getInstance(code.strip()).getCurrencyCode();
        } catch (IllegalArgumentException e) {
            throw new SourceException(
                    SourceException.Turn.USER,
                    CURRENCY + " '" + code + "' is no code of ISO 4217; write one like USD or VND",
                    e);
        }
    }

    /** What the names in a file mean, in the order in which they come up. */
    private static Map<String, Optional<Column>> columns(Path file, boolean packed) throws SourceException {
        Set<String> names = new LinkedHashSet<>();
        try (TikTokShopRows rows = TikTokShopRows.of(file, packed, Map.of(), Map.of())) {
            while (rows.next() != null) {
                names.addAll(rows.names());
                if (names.size() > TikTokShopRows.MOST_NAMES) {
                    throw SourceException.user(file + " is no list of shops: they have hundreds of different names");
                }
            }
        }
        Map<String, Optional<Column>> columns = new LinkedHashMap<>();
        Set<String> filled = new LinkedHashSet<>();
        for (String name : names) {
            columns.put(
                    name,
                    COLUMNS.stream()
                            .filter(column -> column.isCalled(name) && filled.add(column.field()))
                            .findFirst());
        }
        if (!filled.contains(Fields.SHOP_ID)) {
            throw SourceException.user(file + " is no list of TikTok shops: nothing in it has a 'Shop ID'");
        }
        return columns;
    }
}
