/** For each stored port: the contract that every adapter passes, and a twin that keeps everything in memory. */
package io.virality.application.port;
