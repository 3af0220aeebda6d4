/** Questions about the data, and answers that carry their own evidence. */
package io.virality.domain.insight;
