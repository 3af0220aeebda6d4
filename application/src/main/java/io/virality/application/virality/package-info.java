/** Telling which videos go viral. */
package io.virality.application.virality;
