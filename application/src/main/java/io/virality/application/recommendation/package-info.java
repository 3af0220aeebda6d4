/** Recommending creators to brands, and finding out what that is worth. */
package io.virality.application.recommendation;
