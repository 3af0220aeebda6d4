package io.virality.domain.assignment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.virality.domain.assignment.Attribute.Figure;
import io.virality.domain.assignment.Attribute.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "123456789012, 123456789012",
        "0.1, 0.1",
        "2e-3, 0.002",
        "1e-7, 1e-7",
        "0.000001, 0.000001",
        "1e21, 1e+21",
        "123456789012345680000, 123456789012345680000",
        "-1.5e-9, -1.5e-9",
        "5e-324, 5e-324",
        "0.30000000000000004, 0.30000000000000004"
    })
    void a_number_is_written_as_ecmascript_writes_it(double number, String written) {
        assertEquals(written, new Figure(number).text());
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "' 7 ', 7", "0x10, 16", "1e3, 1000", "1.5px, NaN", ".5, 0.5", "-Infinity, -Infinity"})
    void a_text_is_a_number_where_ecmascript_says_so(String text, double number) {
        assertEquals(number, new Text(text).number());
    }

    @Test
    void what_is_missing_is_absent() {
        assertEquals(Attribute.ABSENT, Attribute.Fields.NONE.at("a.b"));
    }
}
