/** Our words over the mathematics library: samples, intervals, correlations. */
package io.virality.domain.stats;
