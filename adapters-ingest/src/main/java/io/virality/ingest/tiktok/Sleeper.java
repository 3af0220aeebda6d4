package io.virality.ingest.tiktok;

import java.time.Duration;

/** Waits. Tests let a clock go on instead. */
@FunctionalInterface
interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;
}
