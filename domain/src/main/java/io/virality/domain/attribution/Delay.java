package io.virality.domain.attribution;

import java.time.Duration;
import java.util.Optional;

/**
 * How long buyers took from a touch that counted to the order: quartiles, to the minute. Later orders do not count, so windows
 * cut it off.
 *
 * @param q1 a quarter took no longer
 * @param median half took no longer
 * @param q3 three quarters took no longer
 * @param n of how many orders
 */
public record Delay(Duration q1, Duration median, Duration q3, long n) {

    /** Counts by minutes. */
    static final class Counter {

        private final long[] minutes;
        private long n;

        Counter(Duration longest) {
            minutes = new long[(int) Math.min(Integer.MAX_VALUE - 8, longest.toMinutes() + 1)];
        }

        void add(long milliseconds) {
            minutes[(int) Duration.ofMillis(milliseconds).toMinutes()]++;
            n++;
        }

        Optional<Delay> delay() {
            return n == 0 ? Optional.empty() : Optional.of(new Delay(quantile(.25), quantile(.5), quantile(.75), n));
        }

        private Duration quantile(double probability) {
            long below = 0;
            int minute = 0;
            while (below + minutes[minute] < probability * n) {
                below += minutes[minute++];
            }
            return Duration.ofMinutes(minute);
        }
    }
}
