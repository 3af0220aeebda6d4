/** Grouping creators by how they behave. */
package io.virality.application.segment;
