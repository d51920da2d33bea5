package io.syncline.connect.jdbc.dialect;

import java.util.Optional;

/**
 * Column whose values for many rows are given as one array.
 *
 * @param position among the arrays of a statement
 * @param elementType of the array
 * @param cast type of the column, where the element's own would not be taken for it
 */
public record ArrayColumn(int position, String name, String elementType, Optional<String> cast) {}
