/** Models behind ports: the only place that knows Tribuo. */
package io.virality.ml;
