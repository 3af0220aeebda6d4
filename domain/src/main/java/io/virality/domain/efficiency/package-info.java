/** What spending on advertisements and creators brought: sums that add up, ratios with what is known of them. */
package io.virality.domain.efficiency;
