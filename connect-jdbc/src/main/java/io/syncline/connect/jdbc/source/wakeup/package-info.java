/** From what the database calls out to the turns of a task's tables: reading before its time. */
@NullMarked
package io.syncline.connect.jdbc.source.wakeup;

import org.jspecify.annotations.NullMarked;
