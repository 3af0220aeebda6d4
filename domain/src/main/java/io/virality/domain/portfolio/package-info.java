/**
 * Which creators to hire together within a budget: what each is worth and costs, what may not be, and the set that is
 * proven to be the best, with all that explains it.
 */
package io.virality.domain.portfolio;
