/** How sales respond to spending over time: carry-over, saturation, what the next unit of money brings, and how to divide a budget. */
package io.virality.domain.response;
