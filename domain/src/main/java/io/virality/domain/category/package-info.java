/** What creators post about: as sources tell it, or predicted from their words, with how sure that is. */
package io.virality.domain.category;
