/** The composition root: reads the command line and the settings, wires the modules, runs a use case, prints. */
package io.virality.app;
