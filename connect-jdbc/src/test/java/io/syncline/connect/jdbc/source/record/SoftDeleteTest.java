package io.syncline.connect.jdbc.source.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;

class SoftDeleteTest {

  static Stream<Object> alive() {
    return Stream.of(false, 0, (short) 0, 0L, 0.0, new BigDecimal("0.00"));
  }

  static Stream<Object> deleted() {
    return Stream.of(true, 1, -1L, 0.5, new BigDecimal("0.01"), new Date(0), "ada");
  }

  @ParameterizedTest
  @NullSource
  @MethodSource("alive")
  void shouldTakeRowAsAlive(Object mark) {
    assertThat(SoftDelete.isDeleted(mark)).isFalse();
  }

  @ParameterizedTest
  @MethodSource("deleted")
  void shouldTakeRowAsDeleted(Object mark) {
    assertThat(SoftDelete.isDeleted(mark)).isTrue();
  }
}
