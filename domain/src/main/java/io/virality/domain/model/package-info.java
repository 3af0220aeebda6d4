/** Trained models: what they are made of, and the evidence that they are worth asking. */
package io.virality.domain.model;
