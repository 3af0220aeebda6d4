/**
 * The HTTP API, its description, and the dashboard's files.
 *
 * <p>One {@link io.virality.web.Routes} class a resource; what it answers are its nested {@code …View} records.
 */
package io.virality.web;
