/** From a Connect record to the values of a row and of its child rows, ready to be bound. */
@NullMarked
package io.syncline.connect.jdbc.sink.row;

import org.jspecify.annotations.NullMarked;
