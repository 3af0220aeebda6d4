/** Engagement: rates that never travel without their definition. */
package io.virality.domain.engagement;
