/** What a creator's video costs: given, quoted, or estimated by one formula. */
package io.virality.domain.pricing;
