/** Finding creators by what they say. */
package io.virality.application.search;
