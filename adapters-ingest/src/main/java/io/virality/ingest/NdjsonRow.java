package io.virality.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.virality.spi.Fields;
import io.virality.spi.SourceRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the product's own form: an object whose values are texts, numbers, truths or {@code null}; those that may be
 * structured are given as their JSON.
 *
 * @param fields all its values, {@code kind} among them
 */
record NdjsonRow(String position, String raw, Map<String, String> fields, Optional<String> defect)
        implements SourceRow {

    static final String KIND = "kind";
    static final String FORMAT = "format";
    static final String FORMAT_NAME = "virality";
    static final String FORMAT_VERSION = "version";
    static final String DATA = "data";
    static final int VERSION = 1;

    /** Most values are flat; what is known of units may be as deep as it was told. */
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static NdjsonRow read(String position, String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            return new NdjsonRow(position, line, fields(parser, line), Optional.empty());
        } catch (IOException e) {
            return defective(position, line, "the line is no JSON object of plain values: " + firstLine(e));
        } catch (IllegalArgumentException e) {
            return defective(position, line, e.getMessage());
        }
    }

    static NdjsonRow defective(String position, String raw, String defect) {
        return new NdjsonRow(position, raw, Map.of(), Optional.of(defect));
    }

    private static Map<String, String> fields(JsonParser parser, String line) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("the line is no JSON object");
        }
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart() && Fields.structured().contains(name)) {
                fields.put(name, copied(parser, line));
            } else if (value.isStructStart()) {
                parser.skipChildren();
                fields.put(name, null);
                if (name.equals(KIND) || Fields.all().contains(name)) {
                    throw new IllegalArgumentException("a field is no plain value: " + name);
                }
            } else {
                fields.put(name, value == JsonToken.VALUE_NULL ? null : parser.getText());
            }
        }
        if (parser.nextToken() != null) {
            throw new IllegalArgumentException("something follows the JSON object");
        }
        return fields;
    }

    /** The structure that the parser has come to, as it is written. */
    private static String copied(JsonParser parser, String line) throws IOException {
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        return line.substring(start, (int) parser.currentLocation().getCharOffset());
    }

    private static String firstLine(IOException e) {
        return e instanceof com.fasterxml.jackson.core.JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(e.getMessage());
    }

    /** A row's kind and fields as a line; texts only. */
    static String write(String kind, Map<String, String> fields) {
        StringWriter line = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(line)) {
            json.writeStartObject();
            json.writeStringField(KIND, kind);
            for (Map.Entry<String, String> field : fields.entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    @Override
    public String kind() {
        return fields.get(KIND);
    }

    @Override
    public String field(String name) {
        return fields.get(name);
    }
}
