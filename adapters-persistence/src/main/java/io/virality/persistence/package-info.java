/** Storage in one SQLite file: jOOQ reads, plain prepared statements write in bulk, Flyway migrates. */
package io.virality.persistence;
