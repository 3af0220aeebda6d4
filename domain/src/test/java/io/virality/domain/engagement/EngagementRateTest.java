package io.virality.domain.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalDouble;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngagementRateTest {

    @ParameterizedTest
    @ValueSource(doubles = {0, .025, 1.7})
    void a_rate_may_exceed_one(double value) {
        assertEquals(value, new EngagementRate(RateDefinition.PROVIDER, value, OptionalDouble.of(value)).value());
        assertEquals(OptionalDouble.of(value), rates(value, value, value).average());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-.001, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void what_is_no_rate_is_refused(double value) {
        assertRefused(() -> new EngagementRate(RateDefinition.PROVIDER, value, OptionalDouble.empty()));
        assertRefused(() -> new EngagementRate(RateDefinition.PROVIDER, .1, OptionalDouble.of(value)));
        assertRefused(() -> rates(value, .1, .1));
        assertRefused(() -> rates(.1, value, .1));
        assertRefused(() -> rates(.1, .1, value));
    }

    private static ProviderRates rates(double average, double likes, double comments) {
        return new ProviderRates(OptionalDouble.of(average), OptionalDouble.of(likes), OptionalDouble.of(comments));
    }

    private static void assertRefused(Runnable creation) {
        assertThrows(IllegalArgumentException.class, creation::run);
    }
}
