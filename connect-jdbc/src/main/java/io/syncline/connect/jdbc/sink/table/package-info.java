/** The tables that are written to, made ready before the first row goes in. */
@NullMarked
package io.syncline.connect.jdbc.sink.table;

import org.jspecify.annotations.NullMarked;
