/**
 * All that the author of a data source sees. JDK types only; grows by default methods, never changes a signature.
 *
 * <p>Implement {@link io.virality.spi.SourceFactory} and {@link io.virality.spi.Source}, name the factory in {@code
 * META-INF/services/io.virality.spi.SourceFactory} and drop the jar into {@code plugins/}.
 */
package io.virality.spi;
