package io.virality.ingest.tiktok;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virality.spi.SourceException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a research source asks for.
 *
 * @param usernames creators whose profiles are read first
 * @param conditions the condition on videos, in TikTok's own form
 * @param days when the videos were posted; empty if no videos are asked for
 * @param daysAtOnce how many of these one search covers
 * @param pageSize how many candidates one request covers
 * @param profilesOfMet whether the profile of everyone is read who posted one of the videos
 */
record ResearchQuestion(
        List<String> usernames,
        ObjectNode conditions,
        Optional<Days> days,
        int daysAtOnce,
        int pageSize,
        boolean profilesOfMet) {

    /** At what time the answering world stands, where that is a mock server's. */
    static final String OBSERVED_AT = "observedAt";

    /** The properties of the source. */
    static final List<String> PROPERTIES = List.of(
            "query",
            "usernames",
            "hashtags",
            "regions",
            "keywords",
            "startDate",
            "endDate",
            "daysAtOnce",
            "pageSize",
            "profiles",
            OBSERVED_AT);

    private static final int MOST_DAYS_AT_ONCE = 30;
    private static final int LARGEST_PAGE = 100;

    /**
     * The question that the properties ask.
     *
     * @throws SourceException if they ask none, or an impossible one
     */
    static ResearchQuestion of(SourceProperties properties, Clock clock) throws SourceException {
        List<String> usernames = properties.texts("usernames").stream()
                .map(name -> name.startsWith("@") ? name.substring(1) : name)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .distinct()
                .toList();
        ObjectNode conditions = conditions(properties, usernames);
        Optional<Days> days = days(properties, clock);
        boolean onlyCreators =
                days.isEmpty() && !usernames.isEmpty() && conditions.path("and").size() == 1;
        if (conditions.isEmpty()) {
            throw SourceException.user("say what to read: usernames, hashtags, regions, keywords or query");
        }
        if (days.isEmpty() && !onlyCreators) {
            throw SourceException.user("startDate: missing; videos are asked for by the days they were posted on");
        }
        String profiles = properties.oneOf("profiles", "listed", "met", "none");
        return new ResearchQuestion(
                profiles.equals("none") ? List.of() : usernames,
                conditions,
                days,
                (int) properties.number("daysAtOnce", MOST_DAYS_AT_ONCE, 1, MOST_DAYS_AT_ONCE),
                (int) properties.number("pageSize", LARGEST_PAGE, 1, LARGEST_PAGE),
                profiles.equals("met"));
    }

    private static Optional<Days> days(SourceProperties properties, Clock clock) throws SourceException {
        Optional<LocalDate> start = properties.date("startDate");
        LocalDate end = properties.date("endDate").orElse(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (start.isPresent() && start.get().isAfter(end)) {
            throw SourceException.user("startDate: " + start.get() + " is after the last day, " + end);
        }
        return start.map(first -> new Days(first, end));
    }

    private static ObjectNode conditions(SourceProperties properties, List<String> usernames) throws SourceException {
        ObjectNode conditions = TikTokAnswer.JSON.createObjectNode();
        Optional<String> query = properties.text("query");
        if (query.isPresent()) {
            conditions.setAll(parsed(query.get()));
        }
        add(conditions, "username", usernames);
        add(conditions, "hashtag_name", properties.texts("hashtags"));
        add(conditions, "region_code", properties.texts("regions"));
        add(conditions, "keyword", properties.texts("keywords"));
        return conditions;
    }

    private static ObjectNode parsed(String query) throws SourceException {
        try {
            JsonNode parsed = TikTokAnswer.JSON.readTree(query);
            if (parsed instanceof ObjectNode object
                    && (!object.has("and") || object.get("and").isArray())) {
                return object;
            }
        } catch (JsonProcessingException e) {
            // Answered below, like JSON of another form.
        }
        throw SourceException.user("query: not a JSON object with lists named and, or, not: " + query);
    }

    private static void add(ObjectNode conditions, String field, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode all = conditions.withArray("and");
            ObjectNode condition = all.addObject().put("operation", "IN").put("field_name", field);
            values.forEach(condition.putArray("field_values")::add);
        }
    }
}
