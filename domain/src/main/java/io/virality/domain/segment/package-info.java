/** Groups of creators that behave alike, and the evidence that they are groups. */
package io.virality.domain.segment;
