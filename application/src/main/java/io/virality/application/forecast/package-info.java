/** How counts of creators, or in any table, go on. */
package io.virality.application.forecast;
