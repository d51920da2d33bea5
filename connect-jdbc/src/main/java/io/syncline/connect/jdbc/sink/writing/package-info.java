/** Between a task's put and the database: tables made ready, changes ordered, batches written. */
@NullMarked
package io.syncline.connect.jdbc.sink.writing;

import org.jspecify.annotations.NullMarked;
