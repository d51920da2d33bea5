/**
 * Beside the source: change events of Debezium on their way to the same topics, as the records that
 * the source would have sent.
 */
@NullMarked
package io.syncline.connect.jdbc.source.capture;

import org.jspecify.annotations.NullMarked;
