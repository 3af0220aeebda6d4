/**
 * Creators, videos, sales and advertisements from CSV files, and shops from JSON lists. {@link
 * io.virality.ingest.csv.CsvSourceFactory} and {@link io.virality.ingest.csv.TikTokShopsFactory} are the only doors.
 *
 * <p>A {@code Preset} says what the columns of one provider's files mean; {@code Presets} and {@code
 * MarketplacePresets} are their tables: a new kind of file is a new entry there. A {@code Layout} is what one file's
 * header, its preset and the user's own mapping come to. A row may tell several things: the {@code parts} of both.
 */
package io.virality.ingest.csv;
