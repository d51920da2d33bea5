/** From a row under the result set's cursor to a Connect record with its key, schema and time. */
@NullMarked
package io.syncline.connect.jdbc.source.record;

import org.jspecify.annotations.NullMarked;
