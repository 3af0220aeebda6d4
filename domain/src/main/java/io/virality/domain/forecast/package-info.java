/** How counts go on: methods, the bands around them, and what they were worth in the past. Nothing here is learnt elsewhere. */
package io.virality.domain.forecast;
