package io.virality.ingest.tiktok;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/** The condition of a video query: all of {@code and}, any of {@code or}, none of {@code not}. */
final class VideoConditions implements Predicate<ArchivedVideo> {

    private static final Set<String> SAME = Set.of("EQ", "IN");
    private static final Set<String> ORDERED = Set.of("EQ", "IN", "GT", "GTE", "LT", "LTE");
    private static final Map<String, Set<String>> OPERATIONS = Map.ofEntries(
            Map.entry("create_date", ORDERED),
            Map.entry("view_count", ORDERED),
            Map.entry("comment_count", ORDERED),
            Map.entry("username", SAME),
            Map.entry("region_code", SAME),
            Map.entry("video_id", SAME),
            Map.entry("hashtag_name", SAME),
            Map.entry("keyword", SAME),
            Map.entry("music_id", SAME),
            Map.entry("effect_id", SAME),
            Map.entry("video_length", SAME));

    private final List<Predicate<ArchivedVideo>> all;
    private final List<Predicate<ArchivedVideo>> any;
    private final List<Predicate<ArchivedVideo>> none;

    private VideoConditions(
            List<Predicate<ArchivedVideo>> all,
            List<Predicate<ArchivedVideo>> any,
            List<Predicate<ArchivedVideo>> none) {
        this.all = all;
        this.any = any;
        this.none = none;
    }

    /** The condition of a query, unless TikTok would refuse it. */
    static VideoConditions parse(JsonNode query) throws MockRefusal {
        VideoConditions conditions = new VideoConditions(list(query, "and"), list(query, "or"), list(query, "not"));
        if (conditions.all.isEmpty() && conditions.any.isEmpty() && conditions.none.isEmpty()) {
            throw MockRefusal.invalid("query: at least one of and, or, not must hold a condition");
        }
        return conditions;
    }

    @Override
    public boolean test(ArchivedVideo video) {
        return all.stream().allMatch(condition -> condition.test(video))
                && (any.isEmpty() || any.stream().anyMatch(condition -> condition.test(video)))
                && none.stream().noneMatch(condition -> condition.test(video));
    }

    private static List<Predicate<ArchivedVideo>> list(JsonNode query, String name) throws MockRefusal {
        JsonNode list = query.path(name);
        if (!list.isMissingNode() && !list.isArray()) {
            throw MockRefusal.invalid("query: " + name + " is not a list");
        }
        List<Predicate<ArchivedVideo>> conditions = new ArrayList<>();
        for (JsonNode condition : list) {
            conditions.add(condition(condition));
        }
        return conditions;
    }

    private static Predicate<ArchivedVideo> condition(JsonNode condition) throws MockRefusal {
        String field = condition.path("field_name").asText();
        String operation = condition.path("operation").asText();
        if (!OPERATIONS.containsKey(field)) {
            throw MockRefusal.invalid("query: " + field + " is not a valid field_name");
        }
        if (!OPERATIONS.get(field).contains(operation)) {
            throw MockRefusal.invalid("query: " + operation + " is not a valid operation of " + field);
        }
        List<String> values = new ArrayList<>();
        for (JsonNode value : condition.path("field_values")) {
            if (!value.isTextual()) {
                throw MockRefusal.invalid("query: field_values of " + field + " must be strings");
            }
            values.add(value.asText().toLowerCase(Locale.ROOT));
        }
        if (values.isEmpty()) {
            throw MockRefusal.invalid("query: field_values of " + field + " are missing");
        }
        return switch (field) {
            case "create_date" ->
                compared(
                        operation,
                        numbers(field, values),
                        video -> Long.parseLong(video.day().format(Days.FORM)));
            case "view_count" ->
                compared(operation, numbers(field, values), video -> video.counts()
                        .views());
            case "comment_count" ->
                compared(operation, numbers(field, values), video -> video.counts()
                        .comments());
            case "keyword" ->
                video -> {
                    String description = video.words().caption().toLowerCase(Locale.ROOT);
                    return values.stream().anyMatch(description::contains);
                };
            case "hashtag_name" ->
                video -> video.words().hashtags().stream()
                        .anyMatch(tag -> values.contains(tag.toLowerCase(Locale.ROOT)));
            case "effect_id" ->
                video -> video.effectId().filter(values::contains).isPresent();
            default -> video -> values.contains(text(field, video).toLowerCase(Locale.ROOT));
        };
    }

    private static String text(String field, ArchivedVideo video) {
        return switch (field) {
            case "username" -> video.video().creator().persona().handle();
            case "region_code" -> video.video().creator().persona().market().name();
            case "video_id" -> video.video().id();
            case "music_id" -> Long.toString(video.musicId());
            case "video_length" -> length(video.video().seconds());
            default -> throw new IllegalArgumentException(field);
        };
    }

    private static String length(int seconds) {
        if (seconds < 15) {
            return "SHORT";
        }
        if (seconds <= 60) {
            return "MID";
        }
        return seconds <= 300 ? "LONG" : "EXTRA_LONG";
    }

    private static List<Long> numbers(String field, List<String> values) throws MockRefusal {
        List<Long> numbers = new ArrayList<>();
        for (String value : values) {
            try {
                numbers.add(Long.parseLong(value));
            } catch (NumberFormatException e) {
                throw MockRefusal.invalid("query: " + value + " is not a valid value of " + field);
            }
        }
        return numbers;
    }

    private static Predicate<ArchivedVideo> compared(
            String operation, List<Long> values, ToLongFunction<ArchivedVideo> number) {
        return video -> values.stream().anyMatch(value -> {
            int order = Long.compare(number.applyAsLong(video), value);
            return switch (operation) {
                case "GT" -> order > 0;
                case "GTE" -> order >= 0;
                case "LT" -> order < 0;
                case "LTE" -> order <= 0;
                default -> order == 0;
            };
        });
    }
}
