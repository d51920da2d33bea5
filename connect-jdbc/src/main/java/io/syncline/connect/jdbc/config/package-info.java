/**
 * What source and sink configure alike, and the tools to declare keys and refuse contradictions.
 * Read once at start, and by a worker's validate call.
 */
@NullMarked
package io.syncline.connect.jdbc.config;

import org.jspecify.annotations.NullMarked;
