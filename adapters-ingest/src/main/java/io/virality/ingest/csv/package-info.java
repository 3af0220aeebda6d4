/**
 * Creators and videos from CSV files. {@link io.virality.ingest.csv.CsvSourceFactory} is the only door.
 *
 * <p>A {@code Preset} says what the columns of one provider's files mean; {@code Presets} is their table: a new kind of
 * file is a new entry there. A {@code Layout} is what one file's header, its preset and the user's own mapping come to.
 */
package io.virality.ingest.csv;
