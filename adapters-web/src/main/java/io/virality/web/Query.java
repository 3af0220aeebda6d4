package io.virality.web;

import io.javalin.http.Context;
import io.virality.application.Failure;
import io.virality.application.Suggestion;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** What a request asks for: the values of an operation's parameters. Its errors are the caller's. */
final class Query {

    private static final String WHOLE_NUMBER = "[0-9]{1,18}";

    private final Map<String, String> path;
    private final Map<String, String> values;

    private Query(Map<String, String> path, Map<String, String> values) {
        this.path = path;
        this.values = values;
    }

    /**
     * Reads a request.
     *
     * @throws Failure {@code INVALID_INPUT} if it has a parameter twice, one that the operation does not have, or one that
     *     cannot be decoded
     */
    static Query of(Context context, List<Parameter> parameters) {
        List<String> known = parameters.stream()
                .filter(parameter -> parameter.place() == Parameter.Place.QUERY)
                .map(Parameter::name)
                .toList();
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : pairs(context)) {
            String[] nameAndValue = pair.split("=", 2);
            String name = decoded(nameAndValue[0]);
            if (!known.contains(name)) {
                throw Failure.invalid(unknown(name, known));
            }
            if (values.put(name, nameAndValue.length == 1 ? "" : decoded(nameAndValue[1])) != null) {
                throw Failure.invalid("'" + name + "' must be given once");
            }
        }
        return new Query(context.pathParamMap(), values);
    }

    /** By hand, because Javalin's map leaves out in silence what it cannot decode. */
    private static List<String> pairs(Context context) {
        String query = Objects.requireNonNullElse(context.queryString(), "");
        return Arrays.stream(query.split("&")).filter(pair -> !pair.isEmpty()).toList();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "'" + text + "' is not percent-encoded text", e);
        }
    }

    private static String unknown(String name, List<String> known) {
        if (known.isEmpty()) {
            return "unknown parameter '" + name + "'; this address takes none";
        }
        String suggestion = Suggestion.nearest(name, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse(";");
        return "unknown parameter '" + name + "'" + suggestion + " this address takes: " + String.join(", ", known);
    }

    /** The part of the path. */
    String path(String name) {
        return path.get(name);
    }

    /** All that stands behind the question mark. */
    Map<String, String> values() {
        return values;
    }

    /** The text, unless it is blank: an empty field of a form does not ask for anything. */
    Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).filter(text -> !text.isBlank());
    }

    OptionalLong count(String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches(WHOLE_NUMBER)) {
            throw Failure.invalid("'" + name + "' must be a whole number of at least 0, not '" + text.get() + "'");
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    /** An instant, if it is given. */
    Optional<Instant> instant(String name) {
        return text(name).map(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeParseException e) {
                throw new Failure(
                        Failure.Kind.INVALID_INPUT,
                        "'" + name + "' must be an instant such as 2026-11-24T18:00:00Z, not '" + text + "'",
                        e);
            }
        });
    }

    /** A whole number of at least 0, if a text is one. */
    static Optional<Long> number(String text) {
        return text.matches(WHOLE_NUMBER) ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    /** The position that a page before named as its end. */
    Optional<Long> position(String name) {
        return text(name).map(text -> number(text)
                .orElseThrow(() -> Failure.invalid("not a cursor of this list: '" + text + "'")));
    }

    /** How many there shall be on a page. */
    int limit(String name, int largest, int usual) {
        long limit = count(name).orElse(usual);
        if (limit < 1 || limit > largest) {
            throw Failure.invalid("'" + name + "' must be from 1 to " + largest + ", not " + limit);
        }
        return (int) limit;
    }

    Optional<Boolean> flag(String name) {
        return text(name).map(text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Failure.invalid("'" + name + "' must be true or false, not '" + text + "'");
        });
    }
}
