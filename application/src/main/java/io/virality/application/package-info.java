/** What the product can do: one class a use case, named by a verb, and the ports they need. */
package io.virality.application;
