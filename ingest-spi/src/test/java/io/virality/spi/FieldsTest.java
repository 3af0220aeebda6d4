package io.virality.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FieldsTest {

    @Test
    void no_field_is_left_out_of_all() throws IllegalAccessException {
        Set<String> names = new HashSet<>();
        for (Field constant : Fields.class.getFields()) {
            if (Modifier.isStatic(constant.getModifiers())) {
                names.add((String) constant.get(null));
            }
        }
        assertEquals(names, Fields.all());
    }
}
