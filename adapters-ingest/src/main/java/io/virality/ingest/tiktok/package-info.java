/**
 * TikTok as a source. So far the simulated one: {@link io.virality.ingest.tiktok.MockTikTokFactory} gives the rows of a
 * seeded world in which every creator, video and count is invented. The world ({@code SimulatedWorld}, {@code
 * SimulatedCreator}, {@code CreatorHistory}, {@code SimulatedVideo}) does not know the rows that are made of it.
 *
 * <p>The model with all its parameters and planted effects is written down in {@code docs/simulation.md}.
 */
package io.virality.ingest.tiktok;
