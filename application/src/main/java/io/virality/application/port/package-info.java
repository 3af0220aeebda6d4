/** What the use cases need from outside, in the domain's language. One adapter and one in-memory twin each. */
package io.virality.application.port;
