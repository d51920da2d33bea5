package io.syncline.streams.mapping.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrenciesTest {

  @ParameterizedTest
  @CsvSource({
    "$, CA, CAD", "$, AU, AUD", "$, DE, USD", "Dollars, NZ, NZD", "kr, SE, SEK", "kr, DK, DKK",
    "kr, DE, kr", "¥, CN, CNY", "¥, AQ, JPY", "£, EG, GBP", "pounds, EG, EGP", "CHF, CA, CHF"
  })
  void shouldTakeASharedSymbolAsTheCountrysOwn(String symbol, String country, String expected) {
    assertThat(Currencies.code(symbol, Optional.of(country))).isEqualTo(expected);
  }
}
