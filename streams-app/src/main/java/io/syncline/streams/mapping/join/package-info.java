/**
 * Joins of a source's own tables: what mapping files declare of them, and which rows a record's
 * expressions see. Knows nothing of how the rows come together.
 */
@NullMarked
package io.syncline.streams.mapping.join;

import org.jspecify.annotations.NullMarked;
