/**
 * From topics to rows: the task maps records to rows ({@code row}) and writes them table by table,
 * each batch in one transaction ({@code writing}).
 */
@NullMarked
package io.syncline.connect.jdbc.sink;

import org.jspecify.annotations.NullMarked;
