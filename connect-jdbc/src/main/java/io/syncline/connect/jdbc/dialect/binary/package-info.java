/** Values as PostgreSQL's binary protocol writes them; knows JDBC no more than SQL. */
@NullMarked
package io.syncline.connect.jdbc.dialect.binary;

import org.jspecify.annotations.NullMarked;
