/**
 * Which creators suit a brand: what is asked for, how creators are scored for it and why, and what that is worth on
 * partnerships that took place.
 */
package io.virality.domain.recommendation;
