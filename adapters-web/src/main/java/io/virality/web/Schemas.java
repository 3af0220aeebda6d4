package io.virality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The JSON Schemas of views, read off their records the way {@link Json} writes them. */
final class Schemas {

    private static final Map<Type, Map<String, Object>> SIMPLE = Map.ofEntries(
            Map.entry(Object.class, Map.of()),
            Map.entry(String.class, type("string")),
            Map.entry(boolean.class, type("boolean")),
            Map.entry(Boolean.class, type("boolean")),
            Map.entry(int.class, type("integer")),
            Map.entry(long.class, type("integer")),
            Map.entry(Long.class, type("integer")),
            Map.entry(OptionalLong.class, type("integer")),
            Map.entry(double.class, type("number")),
            Map.entry(Double.class, type("number")),
            Map.entry(OptionalDouble.class, type("number")),
            Map.entry(Instant.class, sorted(Map.of("type", "string", "format", "date-time"))));

    private final Map<String, Object> named = new TreeMap<>();
    private final Map<String, Class<?>> views = new HashMap<>();

    /** The schemas of all records met so far, by name. */
    Map<String, Object> named() {
        return named;
    }

    /**
     * The schema of a type; a record's is a reference.
     *
     * @throws IllegalArgumentException if views cannot hold such a type
     * @throws IllegalStateException if two records have one name
     */
    Map<String, Object> of(Type type) {
        if (SIMPLE.containsKey(type)) {
            return SIMPLE.get(type);
        }
        if (type instanceof ParameterizedType generic) {
            return of(generic.getRawType(), generic.getActualTypeArguments());
        }
        if (type instanceof Class<?> enumeration && enumeration.isEnum()) {
            List<String> ids = Arrays.stream(enumeration.getEnumConstants())
                    .map(constant -> Json.id((Enum<?>) constant))
                    .toList();
            return sorted(Map.of("type", "string", "enum", ids));
        }
        if (type instanceof Class<?> view && view.isRecord()) {
            return reference(view);
        }
        throw new IllegalArgumentException("no schema for " + type);
    }

    private Map<String, Object> of(Type raw, Type[] arguments) {
        if (raw == Optional.class) {
            return of(arguments[0]);
        }
        if (raw == List.class) {
            return sorted(Map.of("type", "array", "items", of(arguments[0])));
        }
        if (raw == Map.class) {
            return sorted(Map.of("type", "object", "additionalProperties", of(arguments[1])));
        }
        throw new IllegalArgumentException("no schema for " + raw);
    }

    private Map<String, Object> reference(Class<?> view) {
        String name = view.getSimpleName().replaceFirst("View$", "");
        Class<?> known = views.putIfAbsent(name, view);
        if (known == null) {
            named.put(name, describe(view));
        } else if (known != view) {
            throw new IllegalStateException("two views named " + name + ": " + known + ", " + view);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private Map<String, Object> describe(Class<?> view) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        describe(view, properties, required);
        return sorted(Map.of("type", "object", "properties", properties, "required", required));
    }

    private void describe(Class<?> view, Map<String, Object> properties, List<String> required) {
        for (RecordComponent component : view.getRecordComponents()) {
            AnnotatedElement annotated = component.getAccessor();
            if (annotated.isAnnotationPresent(JsonUnwrapped.class)) {
                describe(component.getType(), properties, required);
                continue;
            }
            JsonProperty renamed = annotated.getAnnotation(JsonProperty.class);
            String name = renamed == null ? component.getName() : renamed.value();
            Map<String, Object> schema = of(component.getGenericType());
            boolean optional = component.getType().getSimpleName().startsWith("Optional");
            boolean always = annotated.isAnnotationPresent(JsonInclude.class);
            properties.put(name, optional && always ? Map.of("anyOf", List.of(schema, type("null"))) : schema);
            if (!optional || always) {
                required.add(name);
            }
        }
    }

    private static Map<String, Object> type(String name) {
        return Map.of("type", name);
    }

    /** In an order that does not change from run to run. */
    private static Map<String, Object> sorted(Map<String, Object> schema) {
        return new TreeMap<>(schema);
    }
}
