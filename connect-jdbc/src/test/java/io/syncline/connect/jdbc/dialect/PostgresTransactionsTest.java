package io.syncline.connect.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresTransactionsTest {

  @ParameterizedTest
  @CsvSource({
    "99, 100, 99",
    "100, 100, 0",
    "101, 100, 0",
    "4294967295, 4294967300, 4294967295",
    "3, 4294967300, 4294967299",
    "4, 4294967300, 0"
  })
  void shouldGiveTheWholeNumberOfTheTransaction(long selected, long before, long written) {
    assertThat(new PostgresTransactions().written(selected, before)).isEqualTo(written);
  }
}
