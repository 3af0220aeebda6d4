/** Asking for trained models. */
package io.virality.application.model;
