package io.virality.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.virality.spi.SourceRow;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A line of the product's own form: an object whose values are texts, numbers, truths or {@code null}.
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

    /** Values are flat; what we do not know may be a little deeper. */
    private static final int DEEPEST = 16;

    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    static NdjsonRow read(String position, String line) {
        try (JsonParser parser = JSON.createParser(line)) {
            return new NdjsonRow(position, line, fields(parser), Optional.empty());
        } catch (IOException e) {
            return defective(position, line, "the line is no JSON object of plain values: " + firstLine(e));
        } catch (IllegalArgumentException e) {
            return defective(position, line, e.getMessage());
        }
    }

    static NdjsonRow defective(String position, String raw, String defect) {
        return new NdjsonRow(position, raw, Map.of(), Optional.of(defect));
    }

    private static Map<String, String> fields(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("the line is no JSON object");
        }
        Map<String, String> fields = new HashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
                fields.put(name, null);
                if (name.equals(KIND) || io.virality.spi.Fields.all().contains(name)) {
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
