/** Pages of a table in the order of its keys, and the place where the last one ended. */
@NullMarked
package io.syncline.connect.jdbc.source.reading.page;

import org.jspecify.annotations.NullMarked;
