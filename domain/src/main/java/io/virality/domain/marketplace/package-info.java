/** What is sold, advertised and paid for: money, shops, products, sales, advertisements, sponsorships. */
package io.virality.domain.marketplace;
