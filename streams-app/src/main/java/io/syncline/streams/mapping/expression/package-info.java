/** Expressions over the columns of one table: compiled when a file is read, asked for each row. */
@NullMarked
package io.syncline.streams.mapping.expression;

import org.jspecify.annotations.NullMarked;
