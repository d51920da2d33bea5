/** What the names of schemas say, which source and sink must understand alike. */
@NullMarked
package io.syncline.connect.jdbc.schema;

import org.jspecify.annotations.NullMarked;
