/** Which touches earned which orders, under several models side by side. Sums are exact: parts make up the whole. */
package io.virality.domain.attribution;
