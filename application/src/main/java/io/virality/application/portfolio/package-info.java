/** Which creators to hire together. */
package io.virality.application.portfolio;
