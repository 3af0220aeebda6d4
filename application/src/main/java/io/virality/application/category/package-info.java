/** Predicting what creators post about. */
package io.virality.application.category;
