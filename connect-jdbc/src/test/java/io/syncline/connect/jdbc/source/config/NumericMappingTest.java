package io.syncline.connect.jdbc.source.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.syncline.connect.jdbc.table.ColumnType;
import io.syncline.connect.jdbc.table.ColumnType.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumericMappingTest {

  @ParameterizedTest
  @CsvSource({
    "PRECISE, 4, 0, DECIMAL",
    "NONE, 10, 2, DECIMAL",
    "PRECISION_ONLY, 4, 0, INT16",
    "PRECISION_ONLY, 9, 0, INT32",
    "PRECISION_ONLY, 18, 0, INT64",
    "PRECISION_ONLY, 19, 0, DECIMAL",
    "PRECISION_ONLY, 10, 2, DECIMAL",
    "BEST_FIT, 10, 2, FLOAT64",
    "BEST_FIT, 9, 0, INT32"
  })
  void shouldChooseType(NumericMapping mapping, int precision, int scale, Kind expected) {
    assertThat(mapping.apply(ColumnType.decimal(precision, scale), 18).kind()).isEqualTo(expected);
  }

  @Test
  void shouldGiveScaleToDecimalThatDeclaresNone() {
    assertThat(NumericMapping.PRECISE.apply(ColumnType.decimal(0, 0), 18))
        .isEqualTo(ColumnType.decimal(0, 18));
  }
}
