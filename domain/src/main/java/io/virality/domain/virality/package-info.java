/** Videos that go viral: what was known when they were posted, and what that tells. */
package io.virality.domain.virality;
