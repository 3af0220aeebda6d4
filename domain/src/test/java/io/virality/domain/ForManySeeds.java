package io.virality.domain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Marks a property: its test gets a seed, draws an example from it, and runs for a hundred of them. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "seed {0}")
@MethodSource("io.virality.domain.ForManySeeds$Seeds#hundred")
public @interface ForManySeeds {

    /** Where the seeds come from: always the same ones, so that a failure can be repeated by its name. */
    final class Seeds {

        private Seeds() {}

        static LongStream hundred() {
            return LongStream.rangeClosed(1, 100);
        }
    }
}
