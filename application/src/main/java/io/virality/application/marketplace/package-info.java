/** What brands spend, what it sells, and what of it is due to whom. */
package io.virality.application.marketplace;
