/** Experiments: what can be done with them. */
package io.virality.application.experiment;
