/** Creators: who they are, how large they are, what they post. */
package io.virality.domain.creator;
