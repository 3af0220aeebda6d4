/**
 * TikTok as a source, in three parts. The simulated world ({@code SimulatedWorld}, {@code SimulatedCreator}, {@code
 * CreatorHistory}, {@code SimulatedVideo}), in which every creator, video and count is invented, with the rows that
 * {@link io.virality.ingest.tiktok.MockTikTokFactory} makes of it; its model stands in {@code docs/simulation.md}. A mock
 * server of TikTok's API over that world ({@link io.virality.ingest.tiktok.MockTikTokServer} and {@code Mock*}). The
 * clients of the API ({@code TikTokClient}, {@code ResearchRows}, {@code DisplayRows}), which know nothing of either.
 *
 * <p>Who may use which API, settings, secrets and the mock's faults stand in {@code docs/tiktok.md}.
 */
package io.virality.ingest.tiktok;
