/**
 * Who gets which variation: deterministic, by the hash of GrowthBook, so that clients which use its SDKs agree with us
 * bit for bit. Rules and order follow its SDK specification 0.8.0.
 */
package io.virality.domain.assignment;
