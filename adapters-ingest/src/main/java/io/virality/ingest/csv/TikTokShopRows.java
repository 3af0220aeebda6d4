package io.virality.ingest.csv;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.virality.spi.Kinds;
import io.virality.spi.SourceException;
import io.virality.spi.SourceRow;
import io.virality.spi.SourceRows;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The shops of a list, streamed. Numbers stay the texts that they are: an id may be larger than a double can tell. */
final class TikTokShopRows implements SourceRows {

    static final int MOST_NAMES = 200;

    private static final int BUFFER = 1 << 16;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(100_000)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Path file;
    private final Map<String, Optional<Column>> columns;
    private final Map<String, String> constants;
    private final FileChannel bytes;
    private final long size;
    private final JsonParser parser;
    private final Set<String> names = new LinkedHashSet<>();
    private long number;
    private boolean ended;

    private TikTokShopRows(
            Path file,
            boolean packed,
            Map<String, Optional<Column>> columns,
            Map<String, String> constants,
            FileChannel bytes)
            throws IOException {
        this.file = file;
        this.columns = columns;
        this.constants = constants;
        this.bytes = bytes;
        this.size = bytes.size();
        InputStream content = Channels.newInputStream(bytes);
        this.parser = JSON.createParser(packed ? new GZIPInputStream(content, BUFFER) : content);
    }

    /**
     * Opens a list.
     *
     * @param columns what its names mean
     * @param constants fields that are the same for all shops
     */
    static TikTokShopRows of(
            Path file, boolean packed, Map<String, Optional<Column>> columns, Map<String, String> constants)
            throws SourceException {
        FileChannel bytes = null;
        boolean opened = false;
        try {
            bytes = FileChannel.open(file);
            TikTokShopRows rows = new TikTokShopRows(file, packed, columns, constants, bytes);
            if (rows.parser.nextToken() != JsonToken.START_ARRAY) {
                throw SourceException.user(file + " is no list of shops: it should start with [ as a JSON list does");
            }
            opened = true;
            return rows;
        } catch (IOException e) {
            throw unreadable(file, e);
        } finally {
            if (!opened && bytes != null) {
                close(bytes);
            }
        }
    }

    @Override
    public SourceRow next() throws SourceException {
        if (ended) {
            return null;
        }
        try {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw SourceException.user(file + " is cut off: its list of shops does not end");
            }
            if (token != JsonToken.END_ARRAY) {
                number++;
                return shop(token);
            }
            if (parser.nextToken() != null) {
                throw SourceException.user(file + " goes on behind its list of shops: keep one list in a file");
            }
            ended = true;
            return null;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    /** The names of the last shop's values. */
    Set<String> names() {
        return names;
    }

    private Shop shop(JsonToken token) throws IOException, SourceException {
        names.clear();
        String position = String.valueOf(number);
        if (token != JsonToken.START_OBJECT) {
            String raw = parser.getText();
            parser.skipChildren();
            return new Shop(position, raw, Map.of(), Optional.of("the list's element is no shop"));
        }
        Map<String, String> fields = new HashMap<>(constants);
        StringWriter raw = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(raw)) {
            copy.writeStartObject();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                value(copy, fields);
            }
            copy.writeEndObject();
        }
        return new Shop(position, raw.toString(), fields, Optional.empty());
    }

    private void value(JsonGenerator copy, Map<String, String> fields) throws IOException, SourceException {
        String name = parser.currentName();
        names.add(name);
        if (names.size() > MOST_NAMES) {
            throw SourceException.user(file + " is no list of shops: one has more than " + MOST_NAMES + " values");
        }
        JsonToken token = parser.nextToken();
        copy.writeFieldName(name);
        if (token.isStructStart()) {
            parser.skipChildren();
            copy.writeString("…");
            return;
        }
        copy.copyCurrentEventExact(parser);
        String text = token == JsonToken.VALUE_NULL ? "" : parser.getText().strip();
        if (!text.isEmpty() && !Presets.BLANKS.contains(text)) {
            columns.getOrDefault(name, Optional.empty())
                    .ifPresent(column ->
                            fields.put(column.field(), column.conversion().apply(text)));
        }
    }

    /** One shop. */
    private record Shop(String position, String raw, Map<String, String> fields, Optional<String> defect)
            implements SourceRow {

        @Override
        public String kind() {
            return Kinds.SHOP;
        }

        @Override
        public String field(String name) {
            return fields.get(name);
        }
    }

    @Override
    public OptionalLong totalBytes() {
        return OptionalLong.of(size);
    }

    @Override
    public long bytesRead() {
        try {
            return bytes.position();
        } catch (IOException e) {
            // closed: there is nothing more to read
            return size;
        }
    }

    @Override
    public void close() {
        close(bytes);
    }

    private static void close(FileChannel bytes) {
        try {
            bytes.close();
        } catch (IOException e) {
            // nothing was written, so nothing is lost
        }
    }

    private static SourceException unreadable(Path file, IOException cause) {
        if (cause instanceof JsonProcessingException json) {
            String line = json.getLocation() == null
                    ? ""
                    : ", line " + json.getLocation().getLineNr() + ",";
            return new SourceException(
                    SourceException.Turn.USER,
                    file + line + " is not the JSON that it should be: " + json.getOriginalMessage(),
                    cause);
        }
        return CsvFile.unreadable(file, cause);
    }
}
