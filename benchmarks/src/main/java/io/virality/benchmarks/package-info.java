/** What we measure, by hand. Nothing here is delivered, and nothing runs in {@code mvn verify}. */
package io.virality.benchmarks;
