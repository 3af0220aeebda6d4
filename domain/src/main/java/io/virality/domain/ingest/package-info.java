/** Bringing observations in: what a source says, what was made of it, what was refused. */
package io.virality.domain.ingest;
