/** Claims about influencer marketing, and what the loaded data says of each. */
package io.virality.domain.finding;
