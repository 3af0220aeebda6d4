package io.virality.domain.creator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.virality.domain.creator.Disagreement.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisagreementTest {

    @ParameterizedTest
    @EnumSource
    void a_field_is_found_by_its_name_in_documents(Field field) {
        assertEquals(field, Field.of(field.id()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"age", "", "BIO_LINK", "bio_link"})
    void an_unknown_field_is_refused_together_with_the_known_ones(String id) {
        String message =
                assertThrows(IllegalArgumentException.class, () -> Field.of(id)).getMessage();
        assertEquals(
                "unknown field '" + id + "'; known fields: [nickname, biography, bio-link, region, language,"
                        + " category, verified, followers, following, likes, videos]",
                message);
    }
}
