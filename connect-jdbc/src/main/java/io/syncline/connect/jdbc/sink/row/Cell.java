package io.syncline.connect.jdbc.sink.row;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Column with the way to its value.
 *
 * @param <S> what the value is taken out of: a record, or an element of an array
 * @param conversion of values that are not null
 */
record Cell<S>(
    String column, Function<S, @Nullable Object> extraction, Function<Object, Object> conversion) {

  @Nullable Object value(S source) {
    var value = extraction.apply(source);
    return value == null ? null : conversion.apply(value);
  }
}
