/** The tables of a database as its metadata and the first rows show them. */
@NullMarked
package io.syncline.streams.mapping.suggest.table;

import org.jspecify.annotations.NullMarked;
