package io.virality.ingest.tiktok;

import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Tries again what may succeed later, and waits in between: longer each time, and never as long as the others do. */
final class Patience {

    private static final int ATTEMPTS = 8;
    private static final int ATTEMPTS_WITH_NEW_TOKENS = 3;
    private static final int ATTEMPTS_WITH_A_SEARCH = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    private final Sleeper sleeper;
    private final RandomGenerator random;

    /** Something that can be tried again. */
    @FunctionalInterface
    interface Attempt<T> {

        T run() throws TikTokException, InterruptedException;
    }

    Patience(Sleeper sleeper, RandomGenerator random) {
        this.sleeper = sleeper;
        this.random = random;
    }

    /**
     * The first result.
     *
     * @param mostServerErrors after so many attempts, a server error is taken for the answer
     * @throws TikTokException the last refusal, if there is no point in going on
     */
    <T> T insist(int mostServerErrors, Attempt<T> attempt) throws TikTokException, InterruptedException {
        RetryConfig config = RetryConfig.custom()
                .maxAttempts(ATTEMPTS)
                .intervalBiFunction((tried, outcome) -> outcome.getLeft() instanceof TikTokException refusal
                        ? millis(refusal.remedy(), tried, mostServerErrors)
                        : -1L)
                .build();
        Retry.AsyncContext<T> attempts = Retry.of("tiktok", config).asyncContext();
        while (true) {
            try {
                return attempt.run();
            } catch (TikTokException refusal) {
                // The context counts and decides but does not wait: that is the sleeper's.
                long wait = attempts.onError(refusal);
                if (wait < 0) {
                    throw refusal;
                }
                sleeper.sleep(Duration.ofMillis(wait));
            }
        }
    }

    /** How long to wait after so many attempts; negative to give up. */
    private long millis(TikTokException.Remedy remedy, int tried, int mostServerErrors) {
        return switch (remedy) {
            case SLOW_DOWN -> growing(Duration.ofSeconds(10), tried);
            case TRY_AGAIN -> growing(Duration.ofSeconds(1), tried);
            case ASK_FOR_LESS -> tried >= mostServerErrors ? -1 : growing(Duration.ofSeconds(1), tried);
            case NEW_TOKEN -> tried >= ATTEMPTS_WITH_NEW_TOKENS ? -1 : growing(Duration.ofSeconds(1), tried);
            case WAIT_FOR_SEARCH ->
                tried >= ATTEMPTS_WITH_A_SEARCH
                        ? -1
                        : Duration.ofSeconds(5L * tried).toMillis();
            case TOMORROW, LEAVE_OUT_USER, ASK_FOR_SCOPE, NONE -> -1;
        };
    }

    private long growing(Duration first, int tried) {
        long whole = Math.min(first.toMillis() << (tried - 1), LONGEST_WAIT.toMillis());
        return whole / 2 + random.nextLong(whole / 2 + 1);
    }
}
