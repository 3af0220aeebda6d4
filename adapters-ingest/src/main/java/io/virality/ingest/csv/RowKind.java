package io.virality.ingest.csv;

import io.virality.spi.Fields;
import io.virality.spi.Kinds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What a row can be about: which fields it needs, and which of them tell it from others. The order is that in which the
 * fields of a file decide: a sale may name a video, a video names no sale.
 */
enum RowKind {
    SALE(
            Kinds.SALE,
            List.of(List.of(Fields.ORDER_ID), List.of(Fields.SOLD_AT), List.of(Fields.GROSS)),
            List.of(Fields.ORDER_ID, Fields.PRODUCT_ID)),
    TOUCH(
            Kinds.TOUCH,
            List.of(
                    List.of(Fields.TOUCHED_AT),
                    List.of(Fields.BUYER),
                    List.of(Fields.TOUCH),
                    List.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.VIDEO_ID, Fields.CHANNEL, Fields.CAMPAIGN_ID)),
            List.of(
                    Fields.BUYER,
                    Fields.TOUCHED_AT,
                    Fields.TOUCH,
                    Fields.PLATFORM_ID,
                    Fields.HANDLE,
                    Fields.VIDEO_ID,
                    Fields.CHANNEL,
                    Fields.CAMPAIGN_ID)),
    PROMO_CODE(
            Kinds.PROMO_CODE,
            List.of(
                    List.of(Fields.PROMO_CODE),
                    List.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.CHANNEL, Fields.CAMPAIGN_ID)),
            List.of(Fields.PROMO_CODE)),
    AD_RESULT(
            Kinds.AD_RESULT,
            List.of(List.of(Fields.CHANNEL)),
            List.of(
                    Fields.CHANNEL,
                    Fields.CAMPAIGN_ID,
                    Fields.AD_ID,
                    Fields.AD_FORMAT,
                    Fields.AUDIENCE,
                    Fields.AGE,
                    Fields.GENDER,
                    Fields.INTEREST,
                    Fields.FROM,
                    Fields.UNTIL)),
    SPONSORSHIP(
            Kinds.SPONSORSHIP,
            List.of(List.of(Fields.BRAND), creator(), List.of(Fields.EVIDENCE)),
            List.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.BRAND, Fields.VIDEO_ID)),
    GROWTH(
            Kinds.GROWTH,
            List.of(
                    List.of(Fields.FOLLOWERS_GAINED, Fields.VIEWS_GAINED),
                    creator(),
                    List.of(Fields.FROM),
                    List.of(Fields.UNTIL)),
            List.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.FROM, Fields.UNTIL)),
    PRODUCT(Kinds.PRODUCT, List.of(List.of(Fields.PRODUCT_ID)), List.of(Fields.PRODUCT_ID)),
    SHOP(Kinds.SHOP, List.of(List.of(Fields.SHOP_ID)), List.of(Fields.SHOP_ID, Fields.OBSERVED_AT)),
    VIDEO(Kinds.VIDEO, List.of(List.of(Fields.VIDEO_ID)), List.of(Fields.VIDEO_ID, Fields.OBSERVED_AT)),
    CREATOR(Kinds.CREATOR, List.of(creator()), List.of(Fields.PLATFORM_ID, Fields.HANDLE, Fields.OBSERVED_AT));

    /** Texts that differ in case alone name the same. */
    private static final Set<String> CASELESS = Set.of(Fields.HANDLE, Fields.BRAND, Fields.CHANNEL);

    private final String id;
    private final List<List<String>> needs;
    private final List<String> key;

    RowKind(String id, List<List<String>> needs, List<String> key) {
        this.id = id;
        this.needs = needs;
        this.key = key;
    }

    private static List<String> creator() {
        return List.of(Fields.PLATFORM_ID, Fields.HANDLE);
    }

    /** One of {@link Kinds}. */
    String id() {
        return id;
    }

    static List<String> ids() {
        return Arrays.stream(values()).map(RowKind::id).toList();
    }

    /** What rows of these fields are about. */
    static RowKind of(Collection<String> fields) {
        return Arrays.stream(values())
                .filter(kind -> kind.needs.get(0).stream().anyMatch(fields::contains))
                .findFirst()
                .orElse(CREATOR);
    }

    /** The fields that rows of this kind need and these are not; of each list, one would do. */
    List<List<String>> missing(Collection<String> fields) {
        return needs.stream()
                .filter(need -> need.stream().noneMatch(fields::contains))
                .toList();
    }

    /**
     * What a row is about, to be compared with others; parts may be {@code null}. A creator of whom the id is known goes
     * by it alone.
     *
     * @param row what the row says about a field
     */
    List<String> subject(UnaryOperator<String> row) {
        List<String> subject = new ArrayList<>(List.of(id));
        subject.add(row.apply(Fields.PLATFORM));
        boolean identified = key.contains(Fields.PLATFORM_ID) && row.apply(Fields.PLATFORM_ID) != null;
        for (String field : key) {
            String text = identified && field.equals(Fields.HANDLE) ? null : row.apply(field);
            subject.add(text != null && CASELESS.contains(field) ? text.toLowerCase(Locale.ROOT) : text);
        }
        return subject;
    }

    /** The same for people: {@code video 71}. */
    String named(UnaryOperator<String> row) {
        List<String> names = key.contains(Fields.HANDLE) ? List.of(Fields.HANDLE, Fields.PLATFORM_ID) : needs.get(0);
        return id + " "
                + names.stream()
                        .map(row)
                        .filter(text -> text != null)
                        .findFirst()
                        .orElse("?");
    }

    /** Whether a row says all that it needs. */
    boolean isWhole(UnaryOperator<String> row) {
        return needs.stream().allMatch(need -> need.stream().anyMatch(field -> row.apply(field) != null));
    }
}
