package io.virality.app;

import io.virality.domain.ingest.Preview;
import io.virality.domain.ingest.Rejection;
import java.io.PrintWriter;

/** How a source would be read, for people. */
final class PreviewReport {

    private static final int NAME_WIDTH = 32;
    private static final int FACT_WIDTH = 20;
    private static final int LONGEST_TEXT = 60;

    private PreviewReport() {}

    static void print(Preview preview, PrintWriter out) {
        preview.facts()
                .forEach((fact, value) -> out.println(Text.padded(fact, FACT_WIDTH, false) + " " + Text.plain(value)));
        out.println();
        for (Preview.Column column : preview.columns()) {
            String meaning = column.field().isEmpty()
                    ? "not read"
                    : column.field() + (column.conversion().equals("plain") ? "" : " (" + column.conversion() + ")");
            out.println(Text.padded(shortened(column.name()), NAME_WIDTH, false) + " → " + meaning);
        }
        for (Preview.Row row : preview.rows()) {
            out.println();
            out.println("line " + Text.plain(row.position()) + ": "
                    + row.rejection().map(PreviewReport::refusal).orElse(Text.plain(row.kind())));
            row.fields().forEach((field, text) -> out.println("  " + Text.padded(field, 24, false) + shortened(text)));
        }
    }

    private static String refusal(Rejection rejection) {
        return "would be rejected: " + shortened(rejection.reason() + ": " + rejection.detail());
    }

    private static String shortened(String text) {
        String plain = Text.plain(text);
        return plain.codePointCount(0, plain.length()) <= LONGEST_TEXT
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_TEXT - 1)) + "…";
    }
}
