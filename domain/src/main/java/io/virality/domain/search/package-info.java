/** Finding creators by what they say: by its words, by its meaning, and by both. */
package io.virality.domain.search;
