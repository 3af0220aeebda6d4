/** How audiences grow: series of counts, and what stands out in them. */
package io.virality.domain.growth;
