/** A live database: connections through the plugin's own drivers, and the tables found there. */
@NullMarked
package io.syncline.connect.jdbc.database;

import org.jspecify.annotations.NullMarked;
