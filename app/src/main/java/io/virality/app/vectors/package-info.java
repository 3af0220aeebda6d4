/**
 * Runs files of test vectors through the domain: a case is turned into calls of domain classes, and what these answer is
 * compared with what the case expects. A family of methods is one class here and one line in {@code Families}.
 */
package io.virality.app.vectors;
