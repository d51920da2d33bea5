/**
 * Where databases differ: connecting, types, clock, SQL and faults. A new database is one new
 * {@link io.syncline.connect.jdbc.dialect.Dialect}, named in {@link
 * io.syncline.connect.jdbc.dialect.Dialects}.
 */
@NullMarked
package io.syncline.connect.jdbc.dialect;

import org.jspecify.annotations.NullMarked;
