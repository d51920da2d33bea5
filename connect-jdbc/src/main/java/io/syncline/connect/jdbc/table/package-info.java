/** What a table is to us, whichever database it lives in: names, columns, types, primary key. */
@NullMarked
package io.syncline.connect.jdbc.table;

import org.jspecify.annotations.NullMarked;
