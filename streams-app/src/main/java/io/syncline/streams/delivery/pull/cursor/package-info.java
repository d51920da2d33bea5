/** What a reader of the change feed carries, and how it is written. */
@NullMarked
package io.syncline.streams.delivery.pull.cursor;

import org.jspecify.annotations.NullMarked;
