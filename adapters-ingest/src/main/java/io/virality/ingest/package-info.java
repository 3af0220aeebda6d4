/**
 * Where data comes from: built-in sources and plugins, found by the service loader; rows in, observations out. Hidden
 * behind {@link io.virality.ingest.IngestModule}.
 */
package io.virality.ingest;
