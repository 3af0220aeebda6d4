package io.virality.domain.insight;

import io.virality.domain.creator.Tiers;
import io.virality.domain.engagement.InfluenceScore;
import io.virality.domain.engagement.RateDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The parameters of a question with the values asked for, checked; those not given have their default. */
public final class Arguments {

    private static final int LARGEST_LIMIT = 1_000;

    private final Map<String, Object> values;

    private Arguments(Map<String, Object> values) {
        this.values = values;
    }

    /**
     * Reads what was asked for.
     *
     * @param parameters those the question has
     * @param given texts by name
     * @param available the definitions under which the data has rates, for the default
     * @throws IllegalArgumentException if a name is unknown or a value impossible; the message says which
     */
    public static Arguments read(List<Parameter> parameters, Map<String, String> given, Set<RateDefinition> available) {
        for (String name : given.keySet()) {
            if (parameters.stream().noneMatch(parameter -> parameter.name().equals(name))) {
                throw new IllegalArgumentException("unknown parameter '" + name + "'; this question has: "
                        + parameters.stream().map(Parameter::name).toList());
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String text = given.getOrDefault(parameter.name(), parameter.usual());
            values.put(parameter.name(), value(parameter, text, available));
        }
        return new Arguments(values);
    }

    private static Object value(Parameter parameter, String text, Set<RateDefinition> available) {
        try {
            return switch (parameter.kind()) {
                case COUNT -> atLeast(0, Long.parseLong(text));
                case LIMIT -> atMost(LARGEST_LIMIT, atLeast(1, Long.parseLong(text)));
                case SEED -> Long.parseLong(text);
                case CHOICE -> oneOf(parameter.choices(), text);
                case TEXT -> text;
                case TIERS -> text.isEmpty() ? Optional.empty() : Optional.of(Tiers.parse(text));
                case WEIGHTS -> InfluenceScore.Weights.parse(text);
                case DEFINITION -> text.isEmpty() ? RateDefinition.preferred(available) : RateDefinition.of(text);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "'" + parameter.name() + "' must be a whole number, not '" + text + "'", e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + parameter.name() + "': " + e.getMessage(), e);
        }
    }

    private static String oneOf(List<String> choices, String text) {
        if (!choices.contains(text)) {
            throw new IllegalArgumentException("must be one of " + String.join(", ", choices) + ", not '" + text + "'");
        }
        return text;
    }

    private static long atLeast(long least, long value) {
        if (value < least) {
            throw new IllegalArgumentException("must be at least " + least + ", not " + value);
        }
        return value;
    }

    private static long atMost(long most, long value) {
        if (value > most) {
            throw new IllegalArgumentException("must be at most " + most + ", not " + value);
        }
        return value;
    }

    /** A whole number. */
    public long number(Parameter parameter) {
        return (Long) values.get(parameter.name());
    }

    /** A text. */
    public String text(Parameter parameter) {
        return (String) values.get(parameter.name());
    }

    /** Tiers other than those in force. */
    public Optional<Tiers> tiers(Parameter parameter) {
        return ((Optional<?>) values.get(parameter.name())).map(Tiers.class::cast);
    }

    /** The weights of the parts of a score. */
    public InfluenceScore.Weights weights(Parameter parameter) {
        return (InfluenceScore.Weights) values.get(parameter.name());
    }

    /** The definition to go by. */
    public RateDefinition definition() {
        return (RateDefinition) values.get(Parameter.DEFINITION.name());
    }

    /** All values as they stand in documents: numbers, texts, and definitions by their ids; not what is left open. */
    public Map<String, Object> shown() {
        Map<String, Object> shown = new LinkedHashMap<>(values);
        shown.values().removeIf(value -> value.equals(Optional.empty()) || value.equals(""));
        shown.replaceAll((name, value) -> {
            if (value instanceof Optional<?> tiers) {
                return tiers.orElseThrow().toString();
            }
            if (value instanceof InfluenceScore.Weights) {
                return value.toString();
            }
            return value instanceof RateDefinition definition ? definition.id() : value;
        });
        return Collections.unmodifiableMap(shown);
    }
}
