package io.virality.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import io.virality.application.Failure;
import io.virality.application.Suggestion;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How views become JSON: fields in the order of their record; what is unknown is left out; times in ISO-8601 UTC;
 * constants in lower case with hyphens. {@code null} stays in rows, where a column must not vanish.
 */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(new ConstantSerializer()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    static String write(Object view) {
        try {
            return MAPPER.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a view that is no document: " + view.getClass(), e);
        }
    }

    /** The same, to where it is kept in memory. */
    static void write(Object view, CharArrayWriter to) {
        try {
            MAPPER.writeValue(to, view);
        } catch (IOException e) {
            throw new IllegalStateException("a view that is no document: " + view.getClass(), e);
        }
    }

    /**
     * A document that a client sends.
     *
     * @throws Failure {@code INVALID_INPUT} if it is no such document, or holds more than it may
     */
    static <T> T read(byte[] document, Class<T> view) {
        try {
            T read = MAPPER.readValue(document, view);
            if (read == null) {
                throw Failure.invalid("the body must be a JSON object");
            }
            return read;
        } catch (UnrecognizedPropertyException e) {
            List<String> known = e.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .toList();
            throw new Failure(Failure.Kind.INVALID_INPUT, Suggestion.unknown("field", e.getPropertyName(), known), e);
        } catch (JsonProcessingException e) {
            throw new Failure(
                    Failure.Kind.INVALID_INPUT, "the body cannot be understood: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new Failure(Failure.Kind.INVALID_INPUT, "the body cannot be read: " + e.getMessage(), e);
        }
    }

    /** A JSON object of our own, field by field. */
    static Map<String, Object> object(String document) {
        try {
            return MAPPER.readValue(document, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON object: " + document, e);
        }
    }

    /** The name of a constant in documents: {@code dots-with-intervals}. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final class ConstantSerializer extends StdSerializer<Enum<?>> {

        private static final long serialVersionUID = 1;

        ConstantSerializer() {
            super(Enum.class, false);
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(id(constant));
        }
    }
}
